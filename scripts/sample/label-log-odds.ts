import type { Row } from './column-draws';
import type { Factor, Sample, Term } from './sample-schema';

/** No value counts for more than this many scales from its centre. */
const FARTHEST = 3;

function measured(factor: Factor, row: Row): number {
  const value = row[factor.column];
  if ('is' in factor) return factor.is.includes(String(value)) ? 1 : 0;
  if ('above' in factor) return Number(value) > factor.above ? 1 : 0;
  return Math.max(-FARTHEST, Math.min(FARTHEST, (Number(value) - factor.centre) / factor.scale));
}

function worth(term: Term, row: Row): number {
  if ('times' in term) return term.times.reduce((product, factor) => product * measured(factor, row), 1);
  if ('square' in term) return measured(term.square, row) ** 2;
  const [one, other] = term.exactlyOneOf;
  return measured(one, row) === measured(other, row) ? 0 : 1;
}

/** The natural logarithm of the odds that a row's target is positive; day columns of `row` in days before the event. */
export function labelLogOdds({ intercept, terms }: Sample['label'], row: Row): number {
  return Object.values(terms).reduce((sum, term) => sum + term.weight * worth(term, row), intercept);
}

import type { Known } from '../../lambda/governance/review-cost/known';
import type { CostReview, NamedCost } from '../../lambda/governance/review-cost/review';
import { goalSentence, inMoney, keyFacts, remarks } from './key-facts';

/** What a cost without a phase is called. */
export const NO_PHASE = '(no phase)';

/** A review as text for a terminal: costs by phase and by service, what they were for, what limits the numbers. */
export function reviewTable(title: string, review: CostReview): string {
  const phases = review.byPhase.map(({ name, kind, cost, former }) => [
    name || NO_PHASE,
    kind,
    inMoney(cost),
    former.value === null ? '–' : inMoney(former.value),
  ]);
  return [
    title,
    '',
    ...table([['Phase', 'for', 'cost', 'before'], ...phases]),
    '',
    ...table([['Service', 'cost'], ...named(review.byService)]),
    '',
    ...records(review.byRecordType),
    '',
    ...table(keyFacts(review).map(({ name, value, meaning }) => [name, value, meaning])),
    '',
    goalSentence(review),
    ...remarks(review),
  ].join('\n');
}

function records(byRecordType: Known<readonly NamedCost[]>): string[] {
  if (byRecordType.value === null) return [`Credits and refunds are unknown: ${byRecordType.reason}.`];
  return table([['Record', 'cost'], ...named(byRecordType.value)]);
}

function named(costs: readonly NamedCost[]): string[][] {
  return costs.map(({ name, cost }) => [name, inMoney(cost)]);
}

/** Columns as wide as their widest text; amounts end at the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isAmount = (text: string) => /^[+-]?[\d.]+( [A-Z]{3}| %)?$|^(–|cost|before)$/.test(text);
  return rows.map((row) =>
    row
      .map((text, column) => (isAmount(text) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

import { ConfigError } from '../../lib/config/config-error';
import type { DatasetDescription, DescribedColumn } from '../../lib/config/dataset-description';
import { type Draw, type Factor, type Sample, sampleSchema, type Term } from './sample-schema';

/** Which draws suit a column: by its type where the type says something, else text or a day. */
function suits(column: DescribedColumn, draw: Draw): boolean {
  switch (column.type) {
    case 'number':
      return ['normal', 'log-normal'].includes(draw.draw);
    case 'integer':
      return ['normal', 'log-normal', 'count', 'years-since'].includes(draw.draw);
    case 'category':
      return draw.draw === 'category';
    case 'boolean':
      return draw.draw === 'flag';
    case 'date':
      return draw.draw === 'days-before';
    default:
      return ['text', 'days-before'].includes(draw.draw);
  }
}

/** The factors that a term is made of. */
function factorsOf(term: Term): readonly Factor[] {
  if ('times' in term) return term.times;
  return 'square' in term ? [term.square] : term.exactlyOneOf;
}

/** Refuses a name that is not one of `known`. */
function refuseUnknown(field: string, name: string, known: readonly string[]): void {
  if (!known.includes(name)) throw new ConfigError(field, name, `name one of: ${known.join(', ') || 'none fits'}`);
}

function checkDraws(description: DatasetDescription, sample: Sample): void {
  const drawn = description.columns.filter(({ role }) => role !== 'event-time' && role !== 'target');
  for (const column of drawn) {
    const draw = sample.columns[column.name];
    const field = `sample.columns.${column.name}`;
    if (!draw) throw new ConfigError(field, undefined, 'say how the column is drawn');
    if (!suits(column, draw)) throw new ConfigError(`${field}.draw`, draw.draw, `choose one for type ${column.type}`);
    if (draw.draw === 'category' && 'values' in column && column.values.join() !== Object.keys(draw.shares).join())
      throw new ConfigError(`${field}.shares`, draw.shares, `give each value in order: ${column.values.join(', ')}`);
  }
  const names = drawn.map((column) => column.name);
  const before: string[] = [];
  for (const [name, draw] of Object.entries(sample.columns)) {
    const field = `sample.columns.${name}`;
    refuseUnknown(field, name, names);
    if ('traits' in draw)
      for (const trait of Object.keys(draw.traits ?? {}))
        refuseUnknown(`${field}.traits`, trait, Object.keys(sample.traits));
    if (draw.draw === 'years-since') {
      const days = before.filter((each) => sample.columns[each]?.draw === 'days-before');
      refuseUnknown(`${field}.column`, draw.column, days);
    }
    if ('scaledBy' in draw && draw.scaledBy) {
      const categories = before.filter((each) => sample.columns[each]?.draw === 'category');
      refuseUnknown(`${field}.scaledBy.column`, draw.scaledBy.column, categories);
    }
    if (draw.draw === 'text')
      for (const [, list = ''] of draw.pattern.matchAll(/\{(\w+)/g))
        refuseUnknown(`${field}.pattern`, list, Object.keys(sample.lists));
    before.push(name);
  }
}

function checkLabel(description: DatasetDescription, sample: Sample): void {
  const known = Object.keys(sample.columns);
  for (const [name, term] of Object.entries(sample.label.terms))
    for (const factor of factorsOf(term)) {
      const field = `sample.label.terms.${name}`;
      refuseUnknown(`${field}.column`, factor.column, known);
      const draw = sample.columns[factor.column]?.draw ?? 'text';
      const inWords = draw === 'category' || draw === 'flag';
      if (draw === 'text' || inWords !== 'is' in factor)
        throw new ConfigError(field, factor, 'use "is" for categories and flags, "above" or "centre" for numbers');
      const column = description.columns.find((each) => each.name === factor.column);
      if ('is' in factor)
        for (const value of factor.is)
          refuseUnknown(`${field}.is`, value, column && 'values' in column ? column.values : ['true', 'false']);
    }
}

/**
 * The `sample` section of a description, checked against the columns it speaks of. Throws `ConfigError` with the field,
 * the value and the way out.
 */
export function readSample(description: DatasetDescription): Sample {
  if (description.sample === undefined)
    throw new ConfigError('sample', undefined, 'only a table whose description has this section can be made');
  const checked = sampleSchema.safeParse(description.sample);
  if (!checked.success) {
    const { path, message } = checked.error.issues[0] ?? { path: [], message: 'is not a sample section' };
    const found = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)?.[key], description.sample);
    throw new ConfigError(['sample', ...path].join('.'), found, message);
  }
  const sample = checked.data;
  checkDraws(description, sample);
  checkLabel(description, sample);
  const terms = Object.keys(sample.label.terms);
  const columns = Object.keys(sample.columns);
  for (const name of Object.keys(sample.drift.weights)) refuseUnknown('sample.drift.weights', name, terms);
  const movable = columns.filter((name) => !['text', 'years-since'].includes(sample.columns[name]?.draw ?? ''));
  for (const name of Object.keys(sample.drift.shifts)) refuseUnknown('sample.drift.shifts', name, movable);
  for (const { column } of sample.dirt.values) refuseUnknown('sample.dirt.values', column, columns);
  return sample;
}

import { ConfigError } from './config-error';
import type { BusinessGoal, Column, Dataset, Facet, Feature } from './dataset';
import type { DatasetDescription, DescribedColumn } from './dataset-description';

/** Names that a SageMaker feature group keeps for itself, and those that the lake's own columns have. */
const RESERVED = new Set(['is_deleted', 'write_time', 'api_invocation_time', 'ingest_date', 'quarantine_reason']);
/** A SageMaker feature name has at most 64 characters. */
const LONGEST_NAME = 64;

/** Guarantees names that Glue, Athena and the feature store all take: the one place where names are made safe. */
export function safeName(name: string): string {
  const safe = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const started = /^[a-z]/.test(safe) ? safe : `c_${safe}`;
  return (RESERVED.has(started) ? `${started}_value` : started).slice(0, LONGEST_NAME).replace(/_+$/, '');
}

function featuresOf(column: Column): Feature[] {
  const base = { column: column.name, integral: true };
  switch (column.type) {
    case 'number':
      return [{ ...base, name: column.name, encoding: 'number', integral: false }];
    case 'integer':
      return [{ ...base, name: column.name, encoding: 'number' }];
    case 'boolean':
      return [{ ...base, name: column.name, encoding: 'boolean' }];
    case 'date':
      return [{ ...base, name: safeName(`${column.name}_days`), encoding: 'days-before' }];
    case 'category': {
      const values = 'values' in column ? (column.values as string[]) : [];
      if ('ordered' in column && column.ordered) return [{ ...base, name: column.name, encoding: 'ordinal', values }];
      // Two values need one feature: the second is what the first is not.
      const told = values.length === 2 ? values.slice(1) : values;
      return told.map((value) => ({ ...base, name: safeName(`${column.name}_${value}`), encoding: 'one-hot', value }));
    }
    default:
      throw new ConfigError(
        `columns.${column.source}.type`,
        column.type,
        'a feature is a number, category, date or flag',
      );
  }
}

function refuseDuplicates(field: string, names: readonly string[], wayOut: string): void {
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (twice.length > 0) throw new ConfigError(field, twice, wayOut);
}

function refuseBadFill(column: DescribedColumn): void {
  if (!('missing' in column) || column.missing === 'quarantine') return;
  const { fill } = column.missing;
  const field = `columns.${column.name}.missing.fill`;
  if ('range' in column) {
    const [low, high] = column.range;
    if (low > high) throw new ConfigError(`columns.${column.name}.range`, column.range, 'write [smallest, largest]');
    const fits = typeof fill === 'number' && fill >= low && fill <= high;
    if (!fits || (column.type === 'integer' && !Number.isInteger(fill)))
      throw new ConfigError(field, fill, `give a ${column.type} within ${low}..${high}`);
  } else if (column.type === 'category') {
    if (!column.values.includes(String(fill)))
      throw new ConfigError(field, fill, `give one of ${column.values.join(', ')}`);
  } else if (typeof fill !== 'boolean') throw new ConfigError(field, fill, 'give true or false');
}

/** The one column of a role, or the complaint that there is none or more than one. */
function theOne(columns: readonly Column[], role: Column['role']): Column {
  const found = columns.filter((column) => column.role === role);
  if (found.length !== 1 || !found[0])
    throw new ConfigError(
      'columns',
      found.map((c) => c.source),
      `give exactly one column the role ${role}`,
    );
  return found[0];
}

function keyColumn(
  description: DatasetDescription,
  field: 'recordId' | 'eventTime',
  columns: readonly Column[],
): { name: string; by: 'column' | 'row' | 'arrival' } {
  const key = description[field];
  const role = field === 'recordId' ? 'record-id' : 'event-time';
  const ownName = field === 'recordId' ? 'record_id' : 'event_time';
  if ('by' in key) {
    const column = columns.find((each) => each.role === role || each.name === ownName);
    if (column) throw new ConfigError(field, key, `name its column, or give ${column.source} another role or name`);
    return { name: ownName, by: key.by };
  }
  const column = theOne(columns, role);
  if (column.source !== key.column)
    throw new ConfigError(field, key.column, `name the column that has the role ${role}, which is ${column.source}`);
  return { name: column.name, by: 'column' };
}

function resolveFacet(facet: Facet, columns: readonly Column[]): Facet {
  const column = columns.find((each) => each.source === facet.column);
  const usable = column && (column.role === 'feature' || column.role === 'facet') && column.type !== 'date';
  if (!usable) throw new ConfigError(`facets.${facet.name}.column`, facet.column, 'name a feature or facet column');
  if ('equals' in facet === 'range' in column)
    throw new ConfigError(
      `facets.${facet.name}`,
      facet,
      'use "below" or "above" for numbers and "equals" for the rest',
    );
  return { ...facet, column: column.name };
}

function refuseBadGoal({
  outcomeValues: { truePositive, falsePositive, trueNegative, falseNegative },
}: BusinessGoal): void {
  const field = 'businessGoal.outcomeValues';
  if (truePositive <= falseNegative)
    throw new ConfigError(
      `${field}.truePositive`,
      truePositive,
      `acting on a positive must be worth more than not: more than ${falseNegative}`,
    );
  if (trueNegative <= falsePositive)
    throw new ConfigError(
      `${field}.falsePositive`,
      falsePositive,
      `acting on a negative must be worth less than not: less than ${trueNegative}`,
    );
}

/**
 * Turns a description into what every phase sees. Throws `ConfigError` for what a schema cannot see: two columns with
 * one safe name, a fill outside its range, a facet on no column, a target without the positive value.
 */
export function resolveDataset(description: DatasetDescription): Dataset {
  const columns = description.columns.map(
    ({ name, ...rest }): Column => ({ source: name, name: safeName(name), ...rest }),
  );
  refuseDuplicates(
    'columns',
    columns.map((column) => column.name),
    'rename one: their safe names are the same',
  );
  for (const column of description.columns) refuseBadFill(column);
  refuseBadGoal(description.businessGoal);

  const recordId = keyColumn(description, 'recordId', columns) as Dataset['recordId'];
  const eventTime = keyColumn(description, 'eventTime', columns) as Dataset['eventTime'];
  const target = theOne(columns, 'target');
  const values = 'values' in target ? (target.values as string[]) : [];
  const negative = values.find((value) => value !== description.positive);
  if (!values.includes(description.positive) || negative === undefined)
    throw new ConfigError(
      'positive',
      description.positive,
      `give one of the target's two values: ${values.join(', ')}`,
    );

  const features = columns.filter((column) => column.role === 'feature').flatMap(featuresOf);
  if (features.length === 0) throw new ConfigError('columns', [], 'give at least one column the role feature');
  const named = [recordId.name, eventTime.name, target.name, ...features.map((feature) => feature.name)];
  refuseDuplicates('columns', named, 'rename a column: a feature made from it has the name of another');
  return {
    name: description.name,
    title: description.title,
    problemType: description.problemType,
    recordId,
    eventTime,
    columns,
    features,
    target: { name: target.name, positive: description.positive, negative },
    facets: description.facets.map((facet) => resolveFacet(facet, columns)),
    businessGoal: description.businessGoal,
    maximumQuarantinedShare: description.maximumQuarantinedShare,
  };
}

import type { Dataset } from './dataset';

/** The curated table's columns as Glue types, partition key apart; the curate job writes exactly these. */
export function curatedColumns(dataset: Dataset): { name: string; type: string }[] {
  const kept = dataset.columns.filter(({ role }) => role === 'personal' || role === 'facet');
  const featureNames = new Set(dataset.features.map(({ name }) => name));
  const facetSources = dataset.columns.filter(
    ({ name, role }) =>
      role === 'feature' && dataset.facets.some(({ column }) => column === name) && !featureNames.has(name),
  );
  return [
    { name: dataset.recordId.name, type: 'string' },
    { name: dataset.eventTime.name, type: 'timestamp' },
    ...[...kept, ...facetSources].map(({ name, type }) => ({ name, type: glueType(type) })),
    ...dataset.features.map(({ name, integral }) => ({ name, type: integral ? 'bigint' : 'double' })),
    { name: dataset.target.name, type: 'int' },
  ];
}

function glueType(type: string): string {
  if (type === 'number') return 'double';
  return type === 'integer' ? 'bigint' : 'string';
}

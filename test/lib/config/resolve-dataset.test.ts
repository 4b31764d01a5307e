import { type DatasetDescription, datasetDescription } from '../../../lib/config/dataset-description';
import { resolveDataset, safeName } from '../../../lib/config/resolve-dataset';
import { DATASETS } from '../../datasets';

const PERFECT = {
  name: 'loans',
  title: 'Loans and whether they were paid back',
  problemType: 'binary-classification',
  recordId: { column: 'Loan  No.' },
  eventTime: { column: 'Decided At' },
  columns: [
    { name: 'Loan  No.', role: 'record-id', type: 'string' },
    { name: 'Decided At', role: 'event-time', type: 'timestamp' },
    { name: 'Income', role: 'feature', type: 'number', range: [0, 1e6], missing: 'quarantine' },
    { name: 'Children', role: 'feature', type: 'integer', range: [0, 20], missing: { fill: 0 } },
    {
      name: 'Purpose',
      role: 'feature',
      type: 'category',
      values: ['car', 'house', 'other'],
      missing: { fill: 'other' },
    },
    {
      name: 'Grade',
      role: 'feature',
      type: 'category',
      values: ['low', 'mid', 'high'],
      ordered: true,
      missing: 'quarantine',
    },
    { name: 'Owner', role: 'feature', type: 'boolean', missing: { fill: false } },
    { name: 'Client Since', role: 'feature', type: 'date', missing: 'quarantine' },
    { name: 'Age', role: 'facet', type: 'integer', range: [18, 110], missing: 'quarantine' },
    { name: 'Paid', role: 'target', type: 'category', values: ['yes', 'no'] },
  ],
  positive: 'no',
  facets: [{ name: 'young', column: 'Age', below: 25 }],
  businessGoal: {
    metric: 'rocAuc',
    minimum: 0.7,
    currency: 'USD',
    outcomeValues: { truePositive: 100, falsePositive: -10, trueNegative: 0, falseNegative: -100 },
    maximumDisparity: 0.2,
  },
  maximumQuarantinedShare: 0.05,
};

type Loose = Omit<typeof PERFECT, 'columns'> & { columns: Record<string, unknown>[] };

/** The perfect description with one thing changed. */
function changed(change: (description: Loose) => void): DatasetDescription {
  const copy = structuredClone(PERFECT) as Loose;
  change(copy);
  return datasetDescription.parse(copy);
}

const column = (description: Loose, name: string) => description.columns.find((each) => each.name === name) ?? {};

test('names are safe for Glue, Athena and the feature store', () => {
  expect(safeName('Call  Failure')).toBe('call_failure');
  expect(safeName('Größe (m²)')).toBe('gro_e_m2');
  expect(safeName('1st use')).toBe('c_1st_use');
  expect(safeName('write_time')).toBe('write_time_value');
  expect(safeName('x'.repeat(80))).toHaveLength(64);
});

test('every encoding makes the features that the model gets, in the order of the columns', () => {
  expect(resolveDataset(changed(() => {})).features.map(({ name, encoding }) => [name, encoding])).toEqual([
    ['income', 'number'],
    ['children', 'number'],
    ['purpose_car', 'one-hot'],
    ['purpose_house', 'one-hot'],
    ['purpose_other', 'one-hot'],
    ['grade', 'ordinal'],
    ['owner', 'boolean'],
    ['client_since_days', 'days-before'],
  ]);
});

test('a table without record id and event time gets them by row and by arrival', () => {
  const dataset = resolveDataset(
    changed((description) => {
      description.columns.splice(0, 2);
      Object.assign(description, { recordId: { by: 'row' }, eventTime: { by: 'arrival' } });
    }),
  );
  expect(dataset.recordId).toEqual({ name: 'record_id', by: 'row' });
  expect(dataset.eventTime).toEqual({ name: 'event_time', by: 'arrival' });
});

test.each<[string, (description: Loose) => void, RegExp]>([
  [
    'two columns with one safe name',
    (d) => Object.assign(column(d, 'Children'), { name: 'income' }),
    /columns: found \["income"\]/,
  ],
  [
    'a feature with the name of a column',
    (d) => Object.assign(column(d, 'Children'), { name: 'purpose car' }),
    /purpose_car/,
  ],
  [
    'a record id that no column is',
    (d) => Object.assign(d, { recordId: { column: 'Id' } }),
    /recordId: found "Id".*Loan {2}No\./,
  ],
  ['an id by row beside an id column', (d) => Object.assign(d, { recordId: { by: 'row' } }), /recordId/],
  [
    'two targets',
    (d) => d.columns.push({ ...column(d, 'Paid'), name: 'Paid twice' }),
    /exactly one column the role target/,
  ],
  [
    'a positive value that the target has not',
    (d) => Object.assign(d, { positive: 'maybe' }),
    /positive: found "maybe".*yes, no/,
  ],
  [
    'a fill outside the range',
    (d) => Object.assign(column(d, 'Children'), { missing: { fill: 21 } }),
    /Children\.missing\.fill: found 21.*0\.\.20/,
  ],
  [
    'a fill that is no allowed value',
    (d) => Object.assign(column(d, 'Purpose'), { missing: { fill: 'boat' } }),
    /Purpose\.missing\.fill/,
  ],
  ['a range upside down', (d) => Object.assign(column(d, 'Children'), { range: [20, 0] }), /Children\.range/],
  [
    'a facet on no column',
    (d) => Object.assign(d.facets[0] ?? {}, { column: 'Height' }),
    /facets\.young\.column: found "Height"/,
  ],
  [
    'a facet that compares words by size',
    (d) => Object.assign(d.facets[0] ?? {}, { column: 'Purpose' }),
    /facets\.young.*equals/,
  ],
  [
    'an offer that costs nothing and so has no threshold',
    (d) => Object.assign(d.businessGoal.outcomeValues, { falsePositive: 0 }),
    /outcomeValues\.falsePositive: found 0/,
  ],
  [
    'a hit that is worth less than a miss',
    (d) => Object.assign(d.businessGoal.outcomeValues, { truePositive: -200 }),
    /outcomeValues\.truePositive: found -200/,
  ],
  ['no feature at all', (d) => d.columns.splice(2, 7) && d.facets.splice(0), /role feature/],
])('%s is refused with the field', (_what, change, message) => {
  expect(() => resolveDataset(changed(change))).toThrow(message);
});

test.each(DATASETS.map((dataset) => [dataset.name, dataset] as const))(
  '%s resolves, its names fit a feature group',
  (_name, dataset) => {
    const names = [dataset.recordId.name, dataset.eventTime.name, ...dataset.features.map(({ name }) => name)];
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]{0,63}$/);
  },
);

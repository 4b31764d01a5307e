import fc from 'fast-check';
import { featureRow } from '../../../../lambda/serving/serve-predictions/feature-row';
import type { Dataset } from '../../../../lib/config/dataset';

const NAMES = ['load', 'turns', 'sealed'];
const DATASET = { eventTime: { name: 'at' }, features: NAMES.map((name) => ({ name })) } as unknown as Dataset;
const record = (values: Record<string, string>) =>
  Object.entries(values).map(([FeatureName, ValueAsString]) => ({ FeatureName, ValueAsString }));
const row = (values: Record<string, string>) => featureRow(record(values), DATASET);

test('features stand in the dataset’s order, whatever order the store has, and nothing else of the record does', () => {
  expect(row({ sealed: '1', part_id: '12', turns: '3', at: '2026-11-20T00:00:00Z', load: '0.10' })).toEqual({
    eventTime: '2026-11-20T00:00:00Z',
    features: { load: 0.1, turns: 3, sealed: 1 },
    csv: '0.1,3,1',
  });
});

test('a missing value is an empty cell and null, at the end of the line too', () => {
  expect(row({ at: 'now', turns: '3' })).toMatchObject({
    csv: ',3,',
    features: { load: null, turns: 3, sealed: null },
  });
});

test.each(['NaN', 'Infinity', '-Infinity', 'heavy', '1,5', '0x', '1 2'])('a value of %s makes no row', (load) => {
  expect(row({ at: 'now', load })).toBeUndefined();
});

test('a record without event time makes no row', () => {
  expect(row({ load: '1' })).toBeUndefined();
});

test('the line says exactly the numbers that are logged', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.tuple(number, number, number), (values) => {
      const made = row({ at: 'now', ...Object.fromEntries(NAMES.map((name, index) => [name, String(values[index])])) });
      expect(made?.csv.split(',').map(Number)).toEqual(Object.values(made?.features ?? {}));
      expect(Object.values(made?.features ?? {})).toEqual(values.map((value) => value + 0));
    }),
  );
});

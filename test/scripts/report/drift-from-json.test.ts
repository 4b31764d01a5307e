import { driftFromJson } from '../../../scripts/report/drift-from-json';

const age = {
  name: 'age',
  psi: 0.3,
  limit: 0.1,
  ratio: 3,
  edges: [30, 40],
  counts: { training: [5, 5, 5, 0], now: [1, 2, 3, 4] },
};
const plan = {
  name: 'plan',
  psi: 0,
  limit: 0.1,
  ratio: 0,
  categories: ['a', 1, true],
  counts: { training: [1, 1, 1, 0, 0], now: [1, 1, 1, 0, 0] },
};
const read = (value: unknown) => driftFromJson(JSON.stringify(value), 'drift.json');

test('drift is read from a list, from what the library measures and from a look of the monitor', () => {
  const features = [age, plan];

  expect(read(features)).toEqual(features);
  expect(read({ columns: features, worst: age })).toEqual(features);
  expect(
    read({
      sentence: 'Drift.',
      versions: [
        { inService: false, features: [] },
        { inService: true, records: 9, features },
      ],
    }),
  ).toEqual(features);
});

test('measures without bins are enough', () => {
  const { counts, edges, ...bare } = age;

  expect(read([bare])).toEqual([bare]);
});

test('a ratio that JSON could not write is infinite', () => {
  expect(read([{ ...age, limit: 0, ratio: null }])).toMatchObject([{ ratio: Number.POSITIVE_INFINITY }]);
});

test.each([
  [[{ ...age, psi: -1 }], '[0].psi: expected a number from 0, found -1'],
  [[plan, { ...age, name: 7 }], '[1].name: expected text, found 7'],
  [
    [{ ...age, counts: { training: [1], now: [1] } }],
    '[0].counts: expected two bins more than edges or categories, on both sides, found {"training":[1],"now":[1]}',
  ],
  [{ versions: [{ inService: true }] }, 'versions: none in service was judged'],
  [{ looks: [] }, 'versions: expected a list, found nothing'],
])('what is no drift is refused with field, wish and value: %#', (value, sentence) => {
  expect(() => read(value)).toThrow(`drift.json: ${sentence}`);
});

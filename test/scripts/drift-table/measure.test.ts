import { look } from '../../../scripts/drift-table/measure';

const BASELINE = {
  score: { name: 'score', edges: [], counts: [1000], missing: 0 },
  features: [
    { name: 'load', edges: [10], counts: [500, 500], missing: 0 },
    { name: 'turns', edges: [10], counts: [500, 500], missing: 0 },
  ],
};
const RULES = { minimumRows: 100, smallestDrift: 0.1 };
const records = (count: number, share: number) =>
  Array.from({ length: count }, (_, row) => ({
    id: `part-${row}`,
    features: { load: row % 2 === 0 ? 0 : 20, turns: row < share * count ? 20 : 0 },
  }));

test('a look of the table is one of the monitor’s own: it names the worst feature, its index and its limit', () => {
  expect(look(7, records(200, 0.5), BASELINE, RULES)).toMatchObject({
    seed: 7,
    rows: 200,
    psi: 0,
    limit: 0.1,
    ratio: 0,
  });
  expect(look(7, records(200, 0.9), BASELINE, RULES)).toMatchObject({
    worstFeature: 'turns',
    ratio: expect.closeTo(8.79, 1),
  });
});

test('a seed that the monitor would not judge is an error of the table', () => {
  expect(() => look(7, records(99, 0.5), BASELINE, RULES)).toThrow('seed 7: 99 records are too few to judge');
});

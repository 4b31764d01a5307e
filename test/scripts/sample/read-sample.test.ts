import type { DatasetDescription } from '../../../lib/config/dataset-description';
import { makeDelivery } from '../../../scripts/sample/make-delivery';
import { readSample } from '../../../scripts/sample/read-sample';
import type { Sample } from '../../../scripts/sample/sample-schema';
import { deliveredRows } from './delivered-rows';

const sample = {
  customers: 50,
  ingestDate: '2026-03-02',
  traits: { mood: { memory: 0.5 } },
  snapshots: { everyDays: 30, spreadDays: 5, firstMonthsBack: [1, 1], seenAgain: 0.5, labelAfterDays: 14 },
  lists: { word: 'tea | milk, no sugar' },
  columns: {
    code: { draw: 'text', pattern: '##??' },
    drink: { draw: 'text', pattern: '{word}' },
    level: { draw: 'normal', mean: 5, spread: 2, traits: { mood: 0.6 } },
  },
  label: { intercept: -1, terms: { high: { weight: 1, times: [{ column: 'level', above: 6 }] } } },
  dirt: { duplicates: 0, duplicateAfterDays: [0, 0], late: 0, lateByDays: [0, 0], values: [] },
  drift: { shifts: { level: 1 }, intercept: -1, weights: { high: 2 } },
};

function described(changed: object = {}): DatasetDescription {
  return {
    name: 'cups',
    title: 'Cups',
    problemType: 'binary-classification',
    recordId: { column: 'code' },
    eventTime: { by: 'arrival' },
    columns: [
      { name: 'code', role: 'record-id', type: 'string' },
      { name: 'drink', role: 'personal', type: 'string' },
      { name: 'level', role: 'feature', type: 'integer', range: [0, 10], missing: 'quarantine' },
      { name: 'emptied', role: 'target', type: 'category', values: ['no', 'yes'] },
    ],
    positive: 'yes',
    facets: [],
    businessGoal: {
      metric: 'rocAuc',
      minimum: 0.6,
      currency: 'USD',
      outcomeValues: { truePositive: 1, falsePositive: -1, trueNegative: 0, falseNegative: -1 },
      maximumDisparity: 1,
    },
    maximumQuarantinedShare: 0.05,
    sample: { ...sample, ...changed },
  };
}

test('any table with a sample section can be made, one without an event time too', () => {
  const rows = deliveredRows(makeDelivery({ description: described() }));

  expect(new Set(rows.map((row) => row.cells.code)).size).toBe(50);
  expect(new Set(rows.map((row) => row.cells.drink))).toEqual(new Set(['tea', 'milk, no sugar']));
  for (const { cells } of rows) expect(Number(cells.level)).toBeGreaterThanOrEqual(0);
});

test('a pattern with too few record ids is refused', () => {
  const columns = { ...sample.columns, code: { draw: 'text', pattern: '#' } };

  expect(() => makeDelivery({ description: described({ columns }) })).toThrow(
    /sample.columns.code.pattern: found "\d"; add # or \?/,
  );
});

const mistakes: readonly (readonly [string, Partial<Record<keyof Sample, unknown>>, string])[] = [
  [
    'a column without a draw',
    { columns: { code: sample.columns.code, level: sample.columns.level } },
    'sample.columns.drink: found nothing; say how the column is drawn',
  ],
  [
    'a draw that does not suit the type',
    { columns: { ...sample.columns, level: { draw: 'flag', share: 0.5 } } },
    'sample.columns.level.draw: found "flag"; choose one for type integer',
  ],
  [
    'a draw for no column',
    { columns: { ...sample.columns, lid: sample.columns.drink } },
    'sample.columns.lid: found "lid"; name one of: code, drink, level',
  ],
  [
    'an unknown trait',
    { columns: { ...sample.columns, level: { ...sample.columns.level, traits: { mod: 0.6 } } } },
    'sample.columns.level.traits: found "mod"; name one of: mood',
  ],
  [
    'traits that leave less than nothing to chance',
    { columns: { ...sample.columns, level: { ...sample.columns.level, traits: { mood: 1.2 } } } },
    'sample.columns.level.traits: found {"mood":1.2}; squares add up to over 1',
  ],
  [
    'a pattern with an unknown list',
    { columns: { ...sample.columns, drink: { draw: 'text', pattern: '{words}' } } },
    'sample.columns.drink.pattern: found "words"; name one of: word',
  ],
  [
    'a label over no column',
    { label: { intercept: 0, terms: { high: { weight: 1, times: [{ column: 'lever', above: 6 }] } } } },
    'sample.label.terms.high.column: found "lever"; name one of: code, drink, level',
  ],
  [
    'a condition in words on a number',
    { label: { intercept: 0, terms: { high: { weight: 1, times: [{ column: 'level', is: ['6'] }] } } } },
    'sample.label.terms.high: found {"column":"level","is":["6"]}; use "is" for categories and flags',
  ],
  [
    'drift of no term',
    { drift: { ...sample.drift, weights: { hihg: 1 } } },
    'sample.drift.weights: found "hihg"; name one of: high',
  ],
  [
    'drift of a text',
    { drift: { ...sample.drift, shifts: { drink: 1 } } },
    'sample.drift.shifts: found "drink"; name one of: level',
  ],
  [
    'dirt on no column',
    { dirt: { ...sample.dirt, values: [{ column: 'emptied', share: 0.1, missing: true }] } },
    'sample.dirt.values: found "emptied"; name one of: code, drink, level',
  ],
  ['a share above 1', { dirt: { ...sample.dirt, late: 2 } }, 'sample.dirt.late: found 2; '],
  ['an impossible date', { ingestDate: '2026-02-30' }, 'sample.ingestDate: found "2026-02-30"; '],
];

test.each(mistakes)('%s is refused with field, value and way out', (_, changed, message) => {
  expect(() => readSample(described(changed))).toThrow(message);
});

test('a description without the section says that only made tables can be made', () => {
  expect(() => readSample({ ...described(), sample: undefined })).toThrow('sample: found nothing; only a table whose');
});

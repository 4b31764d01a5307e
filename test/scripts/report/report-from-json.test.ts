import { reportFromJson } from '../../../scripts/report/report-from-json';
import { someReport } from './reports';

const report = someReport(300);
const read = (value: unknown) => reportFromJson(JSON.stringify(value), 'report.json');

test('a report comes back as it was written', () => {
  expect(read(report)).toEqual({ report });
});

test('the evaluation’s own report brings its verdict and its currency along', () => {
  const verdict = { passes: true, reason: 'The candidate passes.' };

  expect(read({ ...report, ...verdict, currency: 'EUR', linearRocAuc: 0.8 })).toEqual({
    report,
    verdict,
    currency: 'EUR',
  });
});

test.each([
  ['rocAuc', { rocAuc: 0.8 }, 'rocAuc: expected { "value": number } or { "value": null, "reason": text }, found 0.8'],
  ['rows', { rows: 0 }, 'rows: expected at least 1, found 0'],
  ['rows', { rows: report.rows + 1 }, `rows: expected the sum of positives and negatives, found ${report.rows + 1}`],
  ['threshold', { threshold: undefined }, 'threshold: expected a finite number, found nothing'],
  ['confusionMatrix', { confusionMatrix: [[1, 2]] }, 'confusionMatrix: expected 2 rows, found [[1,2]]'],
  [
    'confusionMatrix',
    {
      confusionMatrix: [
        [1, 2],
        [3, -4],
      ],
    },
    'confusionMatrix[1][1]: expected a count, found -4',
  ],
  [
    'confusionMatrix',
    {
      confusionMatrix: [
        [1, 2],
        [3, 4],
      ],
    },
    'confusionMatrix: expected rows that sum to negatives and positives, found [[1,2],[3,4]]',
  ],
  [
    'rates',
    { rates: { ...report.rates, f1: undefined } },
    'rates.f1: expected { "value": number } or { "value": null, "reason": text }, found nothing',
  ],
  [
    'rocCurve',
    { rocCurve: { falsePositiveRates: [0, 1], truePositiveRates: [0] } },
    'rocCurve.truePositiveRates: expected as many entries as falsePositiveRates, found [0]',
  ],
  [
    'rocCurve',
    { rocCurve: { falsePositiveRates: [0, 2], truePositiveRates: [0, 1] } },
    'rocCurve.falsePositiveRates[1]: expected a number from 0 to 1, found 2',
  ],
  [
    'scoreHistogram',
    { scoreHistogram: { edges: [0, 0.5, 0.5], positives: [1, 2], negatives: [1, 2] } },
    'scoreHistogram.edges: expected at least 2 rising numbers, found [0,0.5,0.5]',
  ],
  [
    'scoreHistogram',
    { scoreHistogram: { edges: [0, 1], positives: [1, 2], negatives: [1] } },
    'scoreHistogram.positives: expected one entry less than edges, found [1,2]',
  ],
  ['money', { money: { ...report.money, netValue: '5' } }, 'money.netValue: expected a finite number, found "5"'],
  ['calibrationBins', { calibrationBins: 'none' }, 'calibrationBins: expected a list, found "none"'],
  ['passes', { passes: 'yes' }, 'passes: expected true or false, found "yes"'],
])('a report with a bad %s is refused with field, wish and value: %#', (_, change, sentence) => {
  expect(() => read({ ...report, ...change })).toThrow(`report.json: ${sentence}`);
});

test('what is no report at all is told so', () => {
  expect(() => reportFromJson('rows,score', 'scores.csv')).toThrow(/^scores\.csv is no JSON: /);
  expect(() => read([1, 2])).toThrow('report.json: expected an object, found [1,2]');
  expect(() => read(null)).toThrow('report.json: expected an object, found null');
});

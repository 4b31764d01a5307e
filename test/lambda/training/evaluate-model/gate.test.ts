import dataset from 'dataset-description';
import fc from 'fast-check';
import type { Evaluation } from '../../../../lambda/training/evaluate-model/evaluation';
import { judge } from '../../../../lambda/training/evaluate-model/gate';
import type { ConstantPolicies } from '../../../../lib/metrics';

/** Only what the gate looks at; the rest of an evaluation has no say. */
interface Judged {
  readonly rocAuc: number;
  readonly linearRocAuc: number;
  readonly netValue: number;
  readonly policies: ConstantPolicies;
}
const GOOD: Judged = {
  rocAuc: 0.8725,
  linearRocAuc: 0.8214,
  netValue: 12_345,
  policies: { nobody: -40_000, everybody: 10_000 },
};
function verdict(change: Partial<Judged> = {}) {
  const { netValue, policies, ...ranking } = { ...GOOD, ...change };
  const evaluation = { ...ranking, money: { netValue, constantPolicies: policies } };
  return judge(evaluation as Evaluation, { ...dataset.businessGoal, minimum: 0.75 });
}

test('a candidate that meets the goal passes, and the sentence says by how much', () => {
  expect(verdict()).toEqual({
    passes: true,
    reason:
      'The candidate passes: its ROC AUC of 0.873 meets the required 0.750, the linear baseline reaches 0.821, ' +
      'and its decisions on the test set are worth 12,345 EUR, 2,345 EUR more than acting on everybody.',
  });
});

test.each([
  ['below the minimum', { rocAuc: 0.7, linearRocAuc: 0.6 }, 'its ROC AUC of 0.700 is below the required 0.750'],
  [
    'worse than the linear baseline',
    { linearRocAuc: 0.9 },
    "its ROC AUC of 0.873 is below the linear baseline's 0.900",
  ],
  [
    'worth less than acting on everybody',
    { netValue: 9_999.5 },
    'its decisions on the test set are worth 9,999.5 EUR, no more than acting on everybody (10,000 EUR)',
  ],
  [
    'worth as much as acting on nobody',
    { netValue: 0, policies: { nobody: 0, everybody: -500 } },
    'its decisions on the test set are worth 0 EUR, no more than acting on nobody (0 EUR)',
  ],
])('a candidate %s is refused with the reason', (_, change, reason) => {
  expect(verdict(change)).toEqual({ passes: false, reason: `The candidate is refused: ${reason}.` });
});

test('a refusal names everything that is missing', () => {
  const { reason } = verdict({ rocAuc: 0.5, netValue: -1 });

  expect(reason).toMatch(/required 0.750; its ROC AUC .* baseline's 0.821; its decisions .* are worth -1 EUR/);
});

test('the minimum and the baseline may be reached exactly, the constant policies must be beaten', () => {
  expect(verdict({ rocAuc: 0.75, linearRocAuc: 0.75 }).passes).toBe(true);
  expect(verdict({ netValue: 10_000 }).passes).toBe(false);
  expect(verdict({ netValue: 10_000.01 }).passes).toBe(true);
});

test('numbers that decide are written with enough digits to tell them apart', () => {
  expect(verdict({ rocAuc: 0.74999, linearRocAuc: 0.5 }).reason).toContain('0.74999 is below the required 0.75000');
});

test('a reason is one sentence that fits into an output parameter, and money decides whatever the metric', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const money = fc.double({ min: -1e15, max: 1e15, noNaN: true });
  fc.assert(
    fc.property(share, share, money, money, money, (rocAuc, linearRocAuc, netValue, nobody, everybody) => {
      const { passes, reason } = verdict({ rocAuc, linearRocAuc, netValue, policies: { nobody, everybody } });
      expect(reason.length).toBeLessThanOrEqual(1024);
      expect(reason).toMatch(/^The candidate (passes|is refused): .*\.$/);
      expect(passes).toBe(rocAuc >= 0.75 && rocAuc >= linearRocAuc && netValue > nobody && netValue > everybody);
    }),
  );
});

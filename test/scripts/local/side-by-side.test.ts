import { type Judgeable, sideBySide } from '../../../scripts/local/side-by-side';

const WORTH = { truePositive: 60, falsePositive: -20, trueNegative: 0, falseNegative: -60 };
const answers = (scores: readonly number[], threshold: number): Judgeable[] =>
  scores.map((score, at) => ({ positive: at < 2, score, decision: score >= threshold }));

test('the version that ranks and decides better shows it in both numbers, on the same records', () => {
  const former = { version: 'v1', answers: answers([0.3, 0.6, 0.5, 0.4, 0.1], 0.45) };
  const retrained = { version: 'v2', answers: answers([0.8, 0.7, 0.5, 0.4, 0.1], 0.6) };

  expect(sideBySide(former, retrained, WORTH)).toEqual({
    rows: 5,
    // Of the six pairs the former wins one against 0.1 and all three of the other.
    former: {
      version: 'v1',
      rocAuc: 4 / 6,
      netValue: 60 - 60 - 20,
      confusionMatrix: [
        [2, 1],
        [1, 1],
      ],
    },
    retrained: {
      version: 'v2',
      rocAuc: 1,
      netValue: 120,
      confusionMatrix: [
        [3, 0],
        [0, 2],
      ],
    },
    policies: { nobody: -120, everybody: 120 - 60 },
  });
});

test('records of one class judge nobody, in words', () => {
  const one = { version: 'v1', answers: answers([0.3, 0.6], 0.5) };

  expect(() => sideBySide(one, one, WORTH)).toThrow('v1 cannot be judged: no row is negative');
});

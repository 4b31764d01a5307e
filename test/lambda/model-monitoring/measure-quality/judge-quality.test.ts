import fc from 'fast-check';
import { type JudgedRows, judgeQuality } from '../../../../lambda/model-monitoring/measure-quality/judge-quality';
import { judgeVersions, verdictOn } from '../../../../lambda/model-monitoring/measure-quality/version-quality';
import { versionArn } from '../fake-lake';

const GOAL = {
  minimum: 0.75,
  currency: 'EUR',
  outcomeValues: { truePositive: 60, falsePositive: -10, trueNegative: 0, falseNegative: -100 },
};

/** Rows whose score is right in the given share of each class; decided at one half. */
function rows(count: number, share: number) {
  const actual = Array.from({ length: count }, (_, row) => (row % 4 === 0 ? 1 : 0));
  const score = actual.map((label, row) => {
    const isRight = Math.floor(row / 4) % 100 < share * 100;
    return (label === 1) === isRight ? 0.8 + (row % 7) / 100 : 0.2 - (row % 7) / 100;
  });
  return { actual, score, predicted: score.map((each) => (each >= 0.5 ? 1 : 0)) };
}

test('perfect decisions are as far from a drop as can be', () => {
  const quality = judgeQuality(rows(400, 1), GOAL);

  expect(quality).toMatchObject({
    rocAuc: { value: 1, standardError: 0, ratio: 0 },
    money: {
      ratio: 0,
      netValue: 6000,
      policy: 'everybody',
      everybody: 3000,
      nobody: -10_000,
      gain: 3000,
      possible: 3000,
    },
    ratio: 0,
    positives: 100,
    matrix: [
      [300, 0],
      [0, 100],
    ],
  });
});

test('a ranking below the goal by more than two standard errors is a drop', () => {
  const quality = judgeQuality(rows(4000, 0.55), GOAL);

  expect((quality?.rocAuc.value ?? 1) + 2 * (quality?.rocAuc.standardError ?? 1)).toBeLessThan(0.75);
  expect(quality?.ratio).toBeGreaterThan(1);
});

test('few rows have the benefit of the doubt: the same ranking is a drop only when enough rows prove it', () => {
  const ratio = (count: number) => judgeQuality(rows(count, 0.75), { ...GOAL, minimum: 0.8 })?.rocAuc.ratio ?? 0;

  expect(ratio(40)).toBeLessThan(1);
  expect(ratio(40_000)).toBeGreaterThan(1);
});

test('decisions worth less than acting on everybody are a drop, however well the scores rank', () => {
  const { actual, score } = rows(4000, 0.95);
  const nobody = judgeQuality({ actual, score, predicted: actual.map(() => 0) }, GOAL);
  const policy = judgeQuality({ actual, score, predicted: actual.map(() => 1) }, GOAL);

  expect(nobody?.rocAuc.ratio).toBeLessThan(1);
  expect(nobody?.money.ratio).toBeGreaterThan(1);
  expect(nobody?.ratio).toBe(nobody?.money.ratio);
  // Worth no more than no model at all, and certainly so.
  expect(policy?.money).toMatchObject({ gain: 0, standardError: 0, ratio: 1 });
});

test('the worst possible ranking has a ratio too', () => {
  expect(judgeQuality({ actual: [0, 1], score: [0.9, 0.1], predicted: [1, 0] }, GOAL)?.rocAuc.ratio).toBe(4);
});

test('one class alone cannot be judged', () => {
  expect(judgeQuality({ actual: [1, 1], score: [0.1, 0.9], predicted: [0, 1] }, GOAL)).toBeNull();
});

test('the ratio is a number for any decisions with both classes, and passes 1 exactly when one of the rules is broken', () => {
  const row = fc.tuple(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (many) => {
      const all = [...many, [0, 0.5, 0] as const, [1, 0.5, 1] as const];
      const actual = all.map(([label]) => label);
      const score = all.map(([, value]) => value);
      const predicted = all.map(([, , decision]) => decision);
      const quality = judgeQuality({ actual, score, predicted }, GOAL);
      if (!quality) throw new Error('both classes are there');
      const { rocAuc, money, ratio } = quality;
      expect(Number.isFinite(ratio)).toBe(true);
      const ranks = rocAuc.value + 2 * rocAuc.standardError > GOAL.minimum;
      const pays = money.gain + 2 * money.standardError > 0;
      if (Math.abs(ratio - 1) > 1e-9) expect(ratio < 1).toBe(ranks && pays);
    }),
  );
});

const judge = (given: JudgedRows, minimumRows = 100) =>
  verdictOn(
    judgeVersions([{ version: versionArn(3), rows: given }], versionArn(3), { goal: GOAL, minimumRows })[0],
    GOAL,
  );

test('the sentence says how well it ranks, what it is worth and on how many outcomes that rests', () => {
  expect(judge(rows(400, 1))).toEqual({
    verdict: 'holds',
    sentence:
      'The quality holds: AUC 1.000 ± 0.000 (minimum 0.75), worth 3000 EUR ± 87 EUR more than acting on everybody; 400 outcomes, version 3.',
  });
  expect(judge(rows(4000, 0.55))).toMatchObject({
    verdict: 'dropped',
    sentence: expect.stringMatching(/^The quality dropped: AUC 0\.\d+ ± 0\.0\d+ \(minimum 0\.75\)/),
  });
});

test('too few outcomes, one class alone and none at all are not judged, each in its own words', () => {
  const oneClass = { actual: [0, 0], score: [0.1, 0.2], predicted: [0, 0] };

  expect(judge(rows(99, 1)).sentence).toContain('99 outcomes are too few to judge, 100 are needed');
  expect(judge(oneClass, 2)).toEqual({
    verdict: 'not-judged',
    sentence: 'Not judged: version 3, which is in service: all 2 outcomes are negative.',
  });
  expect(verdictOn(undefined, GOAL).sentence).toContain('no outcome of the version in service came');
});

import { bestThreshold, evaluateBinary, operatingPoints, rocAucScore, ScoreBlocks } from '../../../../lib/metrics';

/** More than two blocks of either class, in every order of filling them. */
const ROWS = 200_000;

test.each([
  ['as they come', (row: number) => Number(row % 3 === 0)],
  ['first all of one class', (row: number) => Number(row >= ROWS / 2)],
  ['nearly all of one class', (row: number) => Number(row % 1000 === 0)],
])('no row is lost where blocks end: %s', (_, labelOf) => {
  const blocks = new ScoreBlocks();
  const actual = Uint8Array.from({ length: ROWS }, (__, row) => labelOf(row));
  const score = Float64Array.from({ length: ROWS }, (__, row) => ((row * 7919) % 10_007) / 10_007);
  for (let row = 0; row < ROWS; row++) blocks.add(actual[row] as number, score[row] as number);

  expect(blocks.rows).toBe(ROWS);
  expect(rocAucScore(blocks.parts)).toEqual(rocAucScore({ actual, score }));
  const outcomeValues = { truePositive: 80, falsePositive: -20, trueNegative: 0, falseNegative: -100 };
  const { money, ...report } = evaluateBinary(blocks.parts, { outcomeValues });
  expect(report.rows).toBe(ROWS);
  expect(money?.best.netValue).toBe(
    bestThreshold({ points: operatingPoints({ actual, score }), outcomeValues }).netValue,
  );
});

test('nobody else notices that the list of parts is asked for twice', () => {
  const blocks = new ScoreBlocks();
  for (const [label, score] of [
    [1, 0.9],
    [0, 0.4],
    [1, 0.3],
  ] as const)
    blocks.add(label, score);

  expect(evaluateBinary(blocks.parts)).toEqual(evaluateBinary(blocks.parts));
});

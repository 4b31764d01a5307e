import { judgeVersions, verdictOn } from '../../../../lambda/model-monitoring/measure-drift/judge-drift';
import type { Baseline } from '../../../../lambda/model-monitoring/measure-drift/read-baseline';
import { VersionTally } from '../../../../lambda/model-monitoring/measure-drift/version-tally';
import { prediction, versionArn } from '../fake-lake';

const RULES = { minimumRows: 100, smallestDrift: 0.1 };
const halves = (name: string, edge: number) => ({ name, edges: [edge], counts: [500, 500], missing: 0 });
const BASELINE: Baseline = { score: halves('score', 0.5), features: [halves('load', 10), halves('turns', 10)] };

/** Records of a version; of `load` and of the scores, the given shares are in the upper bin. */
function given(records: number, { load = 0.5, score = 0.5, baseline = BASELINE as Baseline | null } = {}) {
  const tally = new VersionTally(versionArn(7), baseline ?? undefined);
  for (let record = 0; record < records; record++)
    tally.add(
      prediction({
        recordId: `part-${record}`,
        score: record < score * records ? 0.9 : 0.1,
        features: { load: record < load * records ? 20 : 0, turns: record % 2 === 0 ? 20 : 0 },
      }),
    );
  return tally;
}
const judge = (tally: VersionTally) => verdictOn(judgeVersions([tally], RULES)[0]);

test('what looks as at the training is no drift', () => {
  expect(judge(given(200))).toEqual({
    verdict: 'no-drift',
    sentence:
      'No drift: of 200 records, load has a PSI of 0.000, 0.00 of its limit 0.100 (the worst feature); score has a PSI of 0.000, 0.00 of its limit 0.100; version 7.',
  });
});

test('a feature that moved is drift, and the sentence names it', () => {
  const { verdict, sentence } = judge(given(200, { load: 0.9 }));

  expect(verdict).toBe('drift');
  expect(sentence).toMatch(/^The data drifted: of 200 records, load has a PSI of 0\.8\d\d, 8\.\d\d of its limit/);
});

test('scores that moved are drift too, and the sentence says that the data did not', () => {
  const { verdict, sentence } = judge(given(200, { score: 0.9 }));

  expect(verdict).toBe('drift');
  expect(sentence).toMatch(/^The scores drifted, the data did not: .*; score has a PSI of 0\.8/);
});

test('twice the features make each limit higher, so that all together make no more false alarms', () => {
  const limits = (features: number) => {
    const many = Array.from({ length: features }, () => halves('load', 10));
    // Few rows, so that the limit is chance’s and not the smallest drift.
    const tally = given(100, { baseline: { score: halves('score', 0.5), features: many } });
    return judgeVersions([tally], RULES)[0]?.features?.[0]?.limit ?? 0;
  };

  expect(limits(40)).toBeGreaterThan(limits(2));
});

test('one row too few is not judged, and says how many are needed', () => {
  expect(judge(given(99))).toEqual({
    verdict: 'not-judged',
    sentence: 'Not judged: version 7, which is in service: 99 records are too few to judge, 100 are needed.',
  });
  expect(judge(given(100)).verdict).toBe('no-drift');
});

test('a version that the registry no longer has is told so', () => {
  expect(judge(given(200, { baseline: null })).sentence).toContain('the registry no longer has it');
});

test('a look without a prediction says so', () => {
  expect(verdictOn(undefined)).toEqual({
    verdict: 'not-judged',
    sentence: 'Not judged: nothing was predicted since the last look.',
  });
});

test('of several versions only the one that answered last is in service', () => {
  const versions = judgeVersions([given(200), given(300)], RULES);

  expect(versions.map(({ inService, records }) => [inService, records])).toEqual([
    [true, 200],
    [false, 300],
  ]);
});

import { VersionTally } from '../../../../lambda/model-monitoring/measure-drift/version-tally';
import { prediction, versionArn } from '../fake-lake';

const BASELINE = {
  score: { name: 'score', edges: [0.25, 0.5], counts: [50, 30, 20], missing: 0 },
  features: [
    { name: 'load', edges: [10, 20], counts: [40, 40, 20], missing: 0 },
    { name: 'turns', edges: [], counts: [90], missing: 10 },
  ],
};
const tally = () => new VersionTally(versionArn(1), BASELINE);

test('each record is counted once in each column, with its newest prediction, in whatever order they come', () => {
  const old = prediction({ recordId: 'a', predictedAt: '2026-11-20T09:00:00.000Z', features: { load: 5, turns: 1 } });
  const young = prediction({
    recordId: 'a',
    predictedAt: '2026-11-20T10:00:00.000Z',
    score: 0.7,
    features: { load: 25 },
  });
  const other = prediction({ recordId: 'b', features: { load: null, turns: 3 } });
  const expected = [
    { counts: [0, 1, 1], missing: 0 },
    { counts: [0, 0, 1], missing: 1 },
    { counts: [1], missing: 1 },
  ];

  for (const order of [
    [old, young, other],
    [young, other, old],
    [other, young, old, young],
  ]) {
    const counted = tally();
    for (const each of order) counted.add(each);
    expect(counted.counts()).toEqual(expected);
    expect(counted.records).toBe(2);
    expect(counted.lastAnswer).toBe(Date.parse(young.predictedAt));
  }
});

test('a version without a baseline still counts its records', () => {
  for (const baseline of [undefined, new Error('unreadable')]) {
    const counted = new VersionTally(versionArn(1), baseline);
    counted.add(prediction());
    expect(counted.records).toBe(1);
    expect(counted.counts()).toEqual([]);
  }
});

import fc from 'fast-check';
import {
  decideTraining,
  type Question,
  type Situation,
  type TrainingRun,
} from '../../../../lambda/training/start-training/decide-training';

const HASH = 'a'.repeat(64);
const LAST_RUN: TrainingRun = {
  pipelineName: 'training',
  eventTime: '2026-11-20T10:00:00Z',
  cause: 'new-data',
  datasets: 's3://lake/datasets/parts/run-1',
  datasetsHash: 'b'.repeat(64),
  labels: 5000,
  labelsBefore: 3000,
  attempt: 4,
  token: 'c'.repeat(64),
  executionArn: 'arn:execution/1',
};

/** A day after a training that succeeded, with enough new labels. */
function question(situation: Partial<Situation> = {}, change: Partial<Question> = {}): Question {
  return {
    request: { cause: 'new-data', datasets: 's3://lake/datasets/parts/run-2', time: '2026-11-21T10:00:00Z' },
    manifest: { hash: HASH, labels: 5500 },
    situation: {
      pipelineName: 'training',
      lastRun: LAST_RUN,
      lastStatus: 'Succeeded',
      isRunning: false,
      versionExists: true,
      ...situation,
    },
    rules: { coolDownHours: 24, minimumNewLabels: 500 },
    ...change,
  };
}
const after = (time: string, situation: Partial<Situation> = {}, cause = 'new-data') =>
  question(situation, { request: { ...question().request, time, cause } });
const withLabels = (labels: number, cause = 'new-data', situation: Partial<Situation> = {}) =>
  question(situation, { manifest: { hash: HASH, labels }, request: { ...question().request, cause } });

test('enough new labels after the cool-down start a training, which remembers what it was asked and trained on', () => {
  expect(decideTraining(question())).toEqual({
    start: true,
    run: {
      pipelineName: 'training',
      eventTime: '2026-11-21T10:00:00Z',
      cause: 'new-data',
      datasets: 's3://lake/datasets/parts/run-2',
      datasetsHash: HASH,
      labels: 5500,
      labelsBefore: 5000,
      attempt: 5,
      token: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  });
});

test('the very first data start the very first training, however few', () => {
  const first = withLabels(1, 'new-data', { lastRun: undefined, lastStatus: undefined, versionExists: false });

  expect(decideTraining(first)).toMatchObject({ start: true, run: { attempt: 1, labelsBefore: 0 } });
});

test('while an execution is at work nothing else starts, and nobody needs to know', () => {
  expect(decideTraining(question({ isRunning: true }))).toEqual({
    start: false,
    reason: 'a training is running',
    quiet: true,
  });
});

test.each([
  ['2026-11-20T10:00:01Z', false],
  ['2026-11-21T09:59:59.999Z', false],
  ['2026-11-21T10:00:00Z', true],
  ['2026-11-21T12:00:00+02:00', true],
  ['2026-11-19T10:00:00Z', false],
])('24 hours must pass between events: at %s a training starts: %s', (time, start) => {
  expect(decideTraining(after(time))).toMatchObject(start ? { start } : { start, quiet: true });
});

test.each(['Failed', 'Stopped', undefined])('a training that ended as %s takes no cool-down', (lastStatus) => {
  expect(decideTraining(after('2026-11-20T10:00:01Z', { lastStatus }))).toMatchObject({ start: true });
});

test.each([
  [5499, false],
  [5500, true],
])('500 labels must be new since the last success: with %d a training starts: %s', (labels, start) => {
  expect(decideTraining(withLabels(labels)).start).toBe(start);
});

test('labels of a training that failed still count as new', () => {
  expect(decideTraining(withLabels(3500, 'new-data', { lastStatus: 'Failed' }))).toMatchObject({
    start: true,
    run: { labelsBefore: 3000 },
  });
  expect(decideTraining(withLabels(3499, 'new-data', { lastStatus: 'Failed' }))).toMatchObject({ start: false });
});

test.each([
  ['new-data', true],
  ['drift', false],
  ['quality', false],
  ['hand', false],
])('too few labels after %s are quiet: %s', (cause, quiet) => {
  expect(decideTraining(withLabels(5100, cause))).toEqual({
    start: false,
    reason: '100 new labels came since the last training; at least 500 are needed',
    quiet,
  });
});

test('without a version any label will do, but none will not', () => {
  const none = { versionExists: false, lastRun: undefined, lastStatus: undefined };

  expect(decideTraining(withLabels(0, 'new-data', none))).toMatchObject({ start: false, quiet: true });
  expect(decideTraining(withLabels(1, 'new-data', none))).toMatchObject({ start: true });
});

test('a copy of the event that started the last training starts nothing, even when that training failed', () => {
  const { request } = question();
  const lastRun = { ...LAST_RUN, eventTime: request.time, datasetsHash: HASH };

  expect(decideTraining(question({ lastRun, lastStatus: 'Failed' }))).toEqual({
    start: false,
    reason: 'this event has started arn:execution/1',
    quiet: true,
  });
});

test('another cause for the same data is another event', () => {
  const { request } = question();
  const lastRun = { ...LAST_RUN, eventTime: request.time, datasetsHash: HASH, cause: 'drift' };

  expect(decideTraining(question({ lastRun, lastStatus: 'Failed' }))).toMatchObject({ start: true });
});

test('the token tells apart pipeline, data, event and attempt, and nothing else', () => {
  const token = (asked: Question) => {
    const decision = decideTraining(asked);
    return decision.start ? decision.run.token : undefined;
  };
  const others = [
    question({ pipelineName: 'other' }),
    question({}, { manifest: { hash: 'd'.repeat(64), labels: 5500 } }),
    question({ lastRun: { ...LAST_RUN, attempt: 5 } }),
    after('2026-11-21T10:00:01Z'),
  ];

  expect(token(question())).toBe(token(question({ versionExists: false })));
  expect(new Set([question(), ...others].map(token)).size).toBe(5);
});

test('whatever happened before, at most one of any row of events starts while its training is at work', () => {
  const times = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(times, (hours) => {
      let lastRun: TrainingRun | undefined;
      let started = 0;
      for (const hour of hours) {
        const time = new Date(Date.UTC(2026, 10, 21, hour)).toISOString();
        const decision = decideTraining(
          after(time, { lastRun, lastStatus: lastRun && 'Executing', isRunning: lastRun !== undefined }),
        );
        if (!decision.start) continue;
        started++;
        lastRun = { ...decision.run, executionArn: 'arn' };
      }
      expect(started).toBe(1);
    }),
  );
});

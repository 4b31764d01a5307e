import { SCHEDULE_RESOURCE_TYPES } from '../../../lib/model-monitoring/schedule-resource-types';
import { OFF, REASON, SchedulesCloud, VERSION } from '../../lambda/model-monitoring/schedules-cloud';
import type { Ending } from '../../lambda/serving/state-machine';
import { FOLLOW, Machine, PARK } from './schedules-machine';

test('schedules follow a version that serves in real time, with its own baselines, threshold and model', async () => {
  const machine = new Machine();

  expect(await machine.run()).toEqual({
    status: 'SUCCEEDED',
    output: { outcome: 'followed', reason: 'the schedules are on' },
  });
  const [[uri, content] = ['', '']] = machine.cloud.written;
  expect(machine.cloud.parameters).toEqual({
    Schedules: 'on',
    BaselineUri: 's3://models/runs/1/Assess/baseline',
    ExplainabilityConfigUri: uri,
    Threshold: '0.25',
  });
  expect(JSON.parse(content)).toEqual({
    version: '1.0',
    headers: ['load'],
    methods: { shap: { num_samples: 100 } },
    predictor: {
      model_name: 'model-of-7',
      instance_type: 'ml.m5.large',
      initial_instance_count: 1,
      endpoint_name_prefix: 'clarify',
      content_type: 'text/csv',
      accept_type: 'text/csv',
    },
  });
  expect(uri).toMatch(/^s3:\/\/lake\/explainability\/[0-9a-f]{64}\.json$/);
});

test('the same state again changes nothing, and another version brings its own baselines', async () => {
  const machine = new Machine();
  await machine.run();
  expect((await machine.run()).output).toEqual({ outcome: 'nothing', reason: 'the schedules are on' });

  machine.cloud.serving.version = VERSION.replace(/7$/, '8');
  machine.cloud.metadata = { monitoring: 's3://models/runs/2/Assess/baseline', threshold: '0.5' };
  expect((await machine.run()).output).toMatchObject({ outcome: 'followed' });
  expect(machine.cloud.parameters).toMatchObject({
    BaselineUri: 's3://models/runs/2/Assess/baseline',
    Threshold: '0.5',
  });
  expect(machine.cloud.updates).toBe(2);
});

test.each([
  ['no version serves', { version: 'none' }, {}],
  ['the endpoint is parked', { realTime: 'parked' }, {}],
  ['the version was registered without baselines', {}, { threshold: '0.25' }],
])('schedules go when %s', async (_, serving, metadata) => {
  const machine = new Machine();
  await machine.run();
  Object.assign(machine.cloud.serving, serving);
  if (Object.keys(metadata).length > 0) machine.cloud.metadata = metadata as Record<string, string>;

  expect((await machine.run()).output).toEqual({ outcome: 'followed', reason: 'the schedules are off' });
});

test('a refusal leaves the run a success, the parameters as they were, and is told once', async () => {
  const machine = new Machine();
  machine.cloud.accepts = false;

  expect(await machine.run()).toEqual({
    status: 'SUCCEEDED',
    output: { outcome: 'refused', reason: `DataQuality: ${REASON}` },
  });
  expect(machine.cloud.parameters).toEqual(OFF);
  expect(machine.cloud.refusal).toBe(`DataQuality: ${REASON}`);
  expect(machine.told).toEqual([
    `SageMaker refused the schedules of Model Monitor (DataQuality: ${REASON}). The model serves all the same and our own ` +
      'monitors watch it. Not tried again until: npm run monitor:retry. ml-lifecycle-sandbox; what to do: ' +
      'docs/runbook.md#monitor-schedules-failed',
  ]);

  expect((await machine.run()).output).toEqual({
    outcome: 'nothing',
    reason: `SageMaker refused the schedules before, which is remembered: DataQuality: ${REASON}`,
  });
  expect(machine.cloud.updates).toBe(1);
  expect(machine.told).toHaveLength(1);
});

test('a refusal that was forgotten is tried again, after a stack that went back', async () => {
  const machine = new Machine();
  machine.cloud.accepts = false;
  await machine.run();
  machine.cloud.refusal = undefined;
  machine.cloud.accepts = true;

  expect((await machine.run()).output).toMatchObject({ outcome: 'followed' });
});

test('a remembered refusal does not keep schedules that an account has from going', async () => {
  const machine = new Machine();
  await machine.run();
  machine.cloud.refusal = 'a later change was refused';
  machine.cloud.serving.realTime = 'parked';

  expect((await machine.run()).output).toEqual({ outcome: 'followed', reason: 'the schedules are off' });
});

test.each([true, false])(
  'two runs at once, overlapping anyhow, update once; account takes schedules: %s',
  async (accepts) => {
    for (let order = 0; order < 64; order++) {
      const machine = new Machine();
      machine.cloud.accepts = accepts;
      const running = [machine.start(), machine.start()];
      const endings: Ending[] = [];
      for (let turn = 0; running.length > 0; turn++) {
        const index = ((order >> (turn % 6)) & 1) % running.length;
        const { done, value } = await (running[index] as (typeof running)[number]).next();
        if (value === 'Pause') machine.pause();
        if (!done) continue;
        endings.push(value as Ending);
        running.splice(index, 1);
      }
      expect(endings.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
      expect(machine.cloud.parameters.Schedules).toBe(accepts ? 'on' : 'off');
      // Between going back and being remembered, a refusal may be met by the other run too.
      expect(machine.cloud.updates).toBeLessThanOrEqual(accepts ? 1 : 2);
      expect(machine.told).toHaveLength(accepts ? 0 : 1);
    }
  },
);

test('an update that CloudFormation does not take for another reason fails in its words', async () => {
  const machine = new Machine();
  machine.cloud.updateStack = () => {
    throw Object.assign(new Error('not authorized to perform: cloudformation:UpdateStack'), { name: 'AccessDenied' });
  };

  expect(await machine.run()).toEqual({
    status: 'FAILED',
    error: 'SchedulesFailed',
    cause: 'not authorized to perform: cloudformation:UpdateStack',
  });
  expect(machine.told).toEqual([]);
});

test.each([
  ['UPDATE_ROLLBACK_FAILED', "the schedules' stack is UPDATE_ROLLBACK_FAILED and takes no update until it is mended"],
  ['UPDATE_IN_PROGRESS', "Gave up waiting: the schedules' stack is UPDATE_IN_PROGRESS."],
])('a stack that stays %s fails the run', async (status, cause) => {
  const machine = new Machine(new SchedulesCloud(), 3_600_000);
  machine.cloud.status = status;

  expect(await machine.run()).toMatchObject({ status: 'FAILED', cause });
});

test('what is being changed in service is waited for, and not for ever', async () => {
  const machine = new Machine(new SchedulesCloud(), 3_600_000);
  machine.cloud.serving.status = 'UPDATE_IN_PROGRESS';

  expect((await machine.run()).cause).toBe('Gave up waiting: the serving stack is UPDATE_IN_PROGRESS.');
});

test('with the schedules switched off in the environment there is nothing to follow', async () => {
  const machine = new Machine();
  machine.cloud.parameters = {};

  expect((await machine.run()).output).toMatchObject({ outcome: 'nothing' });
  expect(machine.cloud.updates).toBe(0);
});

test('parking takes the schedules away before the endpoint that they watch', async () => {
  const machine = new Machine();
  await machine.run();
  machine.cloud.serving.status = 'UPDATE_IN_PROGRESS';

  expect(await machine.run(PARK, { cause: 'hand' })).toEqual({
    status: 'SUCCEEDED',
    output: { outcome: 'applied', version: VERSION, realTime: 'parked', reason: 'It is parked.' },
  });
  expect(machine.cloud.parameters.Schedules).toBe('off');
  expect(machine.parked).toEqual([{ action: 'park', cause: 'hand' }]);
});

test.each([{}, OFF])('parking goes on without schedules to take away: %j', async (parameters) => {
  const machine = new Machine();
  machine.cloud.parameters = parameters;
  machine.cloud.refusal = 'refused before';

  expect((await machine.run(PARK, { cause: 'hand' })).status).toBe('SUCCEEDED');
  expect(machine.cloud.updates).toBe(0);
});

test('an endpoint whose schedules cannot be removed is not parked, and the run says why', async () => {
  const machine = new Machine();
  await machine.run();
  machine.cloud.finishUpdate = () => {
    machine.cloud.status = 'UPDATE_ROLLBACK_COMPLETE';
    machine.cloud.parameters = { ...OFF, Schedules: 'on' };
  };

  expect(await machine.run(PARK, { cause: 'hand' })).toEqual({
    status: 'FAILED',
    error: 'ParkingFailed',
    cause: `The schedules of Model Monitor could not be removed, so the endpoint stays: DataQuality: ${REASON}`,
  });
  expect(machine.parked).toEqual([]);
});

test.each([
  ['following', FOLLOW],
  ['parking', PARK],
])('an update for %s keeps the template and names the types that it may touch', (_, { States }) => {
  expect(States.UpdateStack?.Parameters).toEqual({
    StackName: 'ml-lifecycle-sandbox-monitor-schedules',
    UsePreviousTemplate: true,
    'Parameters.$': '$.answer.parameters',
    ResourceTypes: SCHEDULE_RESOURCE_TYPES,
  });
  expect(States.UpdateStack?.Catch).toMatchObject([{ ErrorEquals: ['States.TaskFailed'], Next: 'Pause' }]);
});

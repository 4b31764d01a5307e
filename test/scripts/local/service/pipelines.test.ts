import { RunningService, until } from './running-service';

let service: RunningService;

beforeAll(async () => {
  service = await RunningService.start();
  service.cloud.functions.set('echo', (event) => ({ payload: event }));
  service.cloud.functions.set('broken', () => ({ payload: null, error: 'TypeError: no data' }));
});

afterAll(() => service.close());

/** A step that calls `function` and offers `outputs`, text each. */
function lambda(Name: string, args: object, outputs: readonly string[] = [], more: object = {}) {
  const OutputParameters = outputs.map((OutputName) => ({ OutputName, OutputType: 'String' }));
  return { Name, Type: 'Lambda', FunctionArn: 'echo', Arguments: args, OutputParameters, ...more };
}

const fail = (Name: string, ErrorMessage: unknown) => ({ Name, Type: 'Fail', Arguments: { ErrorMessage } });

const output = (step: string, name: string) => ({ Get: `Steps.${step}.OutputParameters['${name}']` });

function equals(LeftValue: unknown, RightValue: unknown) {
  return { Type: 'Equals', LeftValue, RightValue };
}

test('a step that takes a value of another one waits for it and gets it', async () => {
  const second = lambda('Second', { said: { 'Std:Join': { On: '-', Values: ['a', output('First', 'word')] } } }, [
    'said',
  ]);

  const { execution, steps } = await service.run({ Steps: [second, lambda('First', { word: 'b' }, ['word'])] });

  expect(execution).toMatchObject({ PipelineExecutionStatus: 'Succeeded' });
  expect(steps.Second.Metadata.Lambda.OutputParameters).toEqual([{ Name: 'said', Value: 'a-b' }]);
  expect(steps.Second.StartTime).toBeGreaterThanOrEqual(steps.First.EndTime);
});

test('independent steps run two at a time and no more', async () => {
  let now = 0;
  let most = 0;
  service.cloud.functions.set('slow', async () => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 30));
    now -= 1;
    return { payload: {} };
  });

  const Steps = ['A', 'B', 'C', 'D'].map((name) => lambda(name, {}, [], { FunctionArn: 'slow' }));
  await service.run({ Steps });

  expect(most).toBe(2);
});

test('parameters come as text and are taken as their type, others have their default', async () => {
  const Parameters = [
    { Name: 'Rounds', Type: 'Integer', DefaultValue: 5 },
    { Name: 'Uri', Type: 'String', DefaultValue: 's3://a/b' },
  ];
  const args = { rounds: { Get: 'Parameters.Rounds' }, uri: { Get: 'Parameters.Uri' } };
  const events: unknown[] = [];
  service.cloud.functions.set('note', (event) => ({ payload: events.push(event) }));

  const PipelineParameters = [{ Name: 'Rounds', Value: '7' }];
  await service.run({ Parameters, Steps: [lambda('Note', args, [], { FunctionArn: 'note' })] }, { PipelineParameters });

  expect(events).toEqual([{ rounds: 7, uri: 's3://a/b' }]);
});

test.each([
  ['an unknown name', [{ Name: 'Other', Value: '1' }], 'Other'],
  ['a value of another type', [{ Name: 'Rounds', Value: 'many' }], 'many'],
  ['no value at all', [], 'Rounds'],
])('parameters with %s start nothing', async (_what, PipelineParameters, named) => {
  await service.givenPipeline(`with-${named}`, {
    Parameters: [{ Name: 'Rounds', Type: 'Integer' }],
    Steps: [lambda('A', {})],
  });

  const request = { PipelineName: `with-${named}`, ClientRequestToken: crypto.randomUUID(), PipelineParameters };
  const { status, body } = await service.call('StartPipelineExecution', request);

  expect([status, body.__type]).toEqual([400, 'ValidationException']);
  expect(body.message).toContain(named);
});

test('the same token starts one execution', async () => {
  await service.givenPipeline('once', { Steps: [lambda('A', {})] });
  const ClientRequestToken = crypto.randomUUID();

  const arns = await Promise.all([1, 2].map(() => service.givenExecution('once', { ClientRequestToken })));

  const { body } = await service.call('ListPipelineExecutions', { PipelineName: 'once' });
  expect(new Set(arns).size).toBe(1);
  expect(body.PipelineExecutionSummaries).toHaveLength(1);
});

describe('a condition', () => {
  const gated = (Conditions: readonly object[]) => ({
    Steps: [
      lambda('Evaluate', { passes: 'true', auc: 0.8 }, ['passes'], {
        OutputParameters: [
          { OutputName: 'passes', OutputType: 'String' },
          { OutputName: 'auc', OutputType: 'Float' },
        ],
      }),
      {
        Name: 'Gate',
        Type: 'Condition',
        Arguments: {
          Conditions,
          IfSteps: [lambda('Go', {})],
          ElseSteps: [fail('Refuse', output('Evaluate', 'passes'))],
        },
      },
    ],
  });

  test('lets only the steps of its side run', async () => {
    const { execution, steps } = await service.run(gated([equals(output('Evaluate', 'passes'), 'true')]));

    expect(execution.PipelineExecutionStatus).toBe('Succeeded');
    expect(Object.keys(steps).sort()).toEqual(['Evaluate', 'Gate', 'Go']);
    expect(steps.Gate.Metadata.Condition.Outcome).toBe('True');
  });

  test('holds only when all of its list hold', async () => {
    const auc = output('Evaluate', 'auc');
    const conditions = [
      equals(output('Evaluate', 'passes'), 'true'),
      { Type: 'GreaterThan', LeftValue: auc, RightValue: 0.9 },
    ];

    const { execution, steps } = await service.run(gated(conditions));

    expect(execution).toMatchObject({
      PipelineExecutionStatus: 'Failed',
      FailureReason: 'Step failure: One or multiple steps failed.',
    });
    expect(steps.Refuse).toMatchObject({
      StepStatus: 'Failed',
      FailureReason: 'true',
      Metadata: { Fail: { ErrorMessage: 'true' } },
    });
  });

  test('fails when it compares different types, as nothing says that SageMaker converts them', async () => {
    const { steps } = await service.run(gated([equals(output('Evaluate', 'passes'), true)]));

    expect(steps.Gate).toMatchObject({
      StepStatus: 'Failed',
      FailureReason: expect.stringContaining('cannot compare'),
    });
  });
});

test('after a failure no step starts any more, and what runs may end', async () => {
  service.cloud.functions.set('late', async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { payload: {} };
  });
  const broken = lambda('Broken', {}, [], { FunctionArn: 'broken' });
  const late = lambda('Late', {}, [], { FunctionArn: 'late' });

  const { execution, steps } = await service.run({
    Steps: [broken, late, lambda('After', {}, [], { DependsOn: ['Late'] })],
  });

  expect(execution.PipelineExecutionStatus).toBe('Failed');
  expect(Object.keys(steps).sort()).toEqual(['Broken', 'Late']);
  expect(steps.Late.StepStatus).toBe('Succeeded');
  expect(steps.Broken.FailureReason).toContain('TypeError: no data');
});

test.each([
  ['missing', { other: 'x' }, 'no output parameter'],
  ['of another type', { reason: 5 }, 'not of type String'],
  ['longer than 1,024 characters', { reason: 'x'.repeat(1025) }, '1025 characters'],
])('an output that is %s fails the Lambda step', async (_what, args, reason) => {
  const { steps } = await service.run({ Steps: [lambda('Evaluate', args, ['reason'])] });

  expect(steps.Evaluate).toMatchObject({ StepStatus: 'Failed', FailureReason: expect.stringContaining(reason) });
});

test('a stopped execution ends as Stopped, and cannot be stopped again', async () => {
  service.cloud.functions.set('never', () => new Promise(() => {}));
  await service.givenPipeline('long', { Steps: [lambda('Wait', {}, [], { FunctionArn: 'never' })] });
  const PipelineExecutionArn = await service.givenExecution('long');
  const stop = () =>
    service.call('StopPipelineExecution', { PipelineExecutionArn, ClientRequestToken: crypto.randomUUID() });
  expect((await stop()).status).toBe(200);

  const ended = await until(async () => {
    const { body } = await service.call('DescribePipelineExecution', { PipelineExecutionArn });
    return body.PipelineExecutionStatus === 'Stopping' ? undefined : body.PipelineExecutionStatus;
  });

  expect(ended).toBe('Stopped');
  expect((await stop()).body.__type).toBe('ConflictException');
});

test('every change of status is announced in order, with its signal', async () => {
  const before = service.cloud.signals.length;

  const { execution } = await service.run({ Steps: [lambda('A', {}), fail('B', 'no')] });

  const arn = execution.PipelineExecutionArn;
  const of = (what: string) =>
    service.cloud
      .details(`SageMaker Model Building Pipeline Execution ${what}`)
      .filter((one) => one.pipelineExecutionArn === arn);
  const pipelineArn = arn.replace(/\/execution\/.*/, '');
  await until(async () => service.cloud.signals[before + 1]);
  expect(of('Status Change')).toEqual([
    expect.objectContaining({ pipelineArn, currentPipelineExecutionStatus: 'Executing' }),
    expect.objectContaining({ previousPipelineExecutionStatus: 'Executing', currentPipelineExecutionStatus: 'Failed' }),
  ]);
  const steps = of('Step Status Change').map(
    (one) => `${one.stepName} ${one.previousStepStatus} ${one.currentStepStatus}`,
  );
  expect(steps.sort()).toEqual([
    'A Executing Succeeded',
    'A Starting Executing',
    'B Executing Failed',
    'B Starting Executing',
  ]);
  const name = pipelineArn.split('/')[1];
  expect(service.cloud.signals.slice(before)).toEqual([
    ['ExecutionStarted', [name]],
    ['ExecutionFailed', [name]],
  ]);
});

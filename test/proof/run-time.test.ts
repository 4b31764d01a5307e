import { isAbout, watchedMetrics } from '../../scripts/proof/alarm-metrics';
import type { Placed } from '../../scripts/proof/assembly';
import { asynchronousEdges } from '../../scripts/proof/dead-letters';
import { findInSteps } from '../../scripts/proof/pipeline-definition';
import { referred } from '../../scripts/proof/referred';
import { resourcesOf } from '../../scripts/proof/resources-of';
import { type EntryPoint, FAULT_KINDS, FUNCTION } from '../../scripts/proof/run-time/fault';
import { RUN_TIME_FAULTS } from '../../scripts/proof/run-time/faults';
import { runTimeFigures } from '../../scripts/proof/run-time/figures';
import { callsOf } from '../../scripts/proof/state-calls';
import { array, machinesOf } from '../../scripts/proof/state-machine';
import { ASSEMBLIES } from './broken';

/** What the CDK adds to the ids that we give. */
const HASH = '[0-9A-F]{8}';
const TYPES = [...new Set(RUN_TIME_FAULTS.map(({ type }) => type))];

const idOf = ({ stack, logicalId }: Placed) => `${stack.id}/${logicalId.replace(new RegExp(`${HASH}$`), '')}`;
const isMeant = ({ at, type }: EntryPoint, resource: Placed) =>
  type === resource.Type && [idOf(resource), idOf(resource).replace(/^\w+/, '*')].includes(at);
const rowOf = (resource: Placed) => RUN_TIME_FAULTS.find((row) => isMeant(row, resource));
/** What a row says of the work that an edge could not hand on. */
function fullQueue(resource: Placed): { readonly parked?: string; readonly alarm?: string } {
  const cell = rowOf(resource)?.faults.find(({ kinds }) => kinds.includes('full queue'));
  return cell && 'parked' in cell ? cell : {};
}
const everywhere = Object.values(ASSEMBLIES);

test('everything that events, calls or people set to work is in the table, once', () => {
  const missing = everywhere
    .flatMap((assembly) => resourcesOf(assembly, FUNCTION, 'AWS::StepFunctions::StateMachine', ...TYPES))
    .filter((resource) => RUN_TIME_FAULTS.filter((row) => isMeant(row, resource)).length !== 1);
  expect(missing.map(idOf)).toEqual([]);
});

test('every row of the table means something that is deployed', () => {
  const deployed = everywhere.flatMap((assembly) => resourcesOf(assembly, ...TYPES));
  const stale = RUN_TIME_FAULTS.filter((row) => !deployed.some((resource) => isMeant(row, resource)));
  expect(stale.map(({ at }) => at)).toEqual([]);
});

test.each(RUN_TIME_FAULTS.map((row) => [row.at, row] as const))(
  '%s says of each kind of fault once what it does',
  (_, row) => {
    expect(row.faults.flatMap(({ kinds }) => kinds).sort()).toEqual([...FAULT_KINDS].sort());
  },
);

test('every alarm that the table names is deployed', () => {
  const alarms = everywhere.map((assembly) =>
    resourcesOf(assembly, 'AWS::CloudWatch::Alarm').map(({ logicalId }) => logicalId),
  );
  const named = RUN_TIME_FAULTS.flatMap(({ faults }) => faults).flatMap((cell) =>
    'alarm' in cell ? [cell.alarm] : [],
  );
  const unknown = named
    .filter((alarm) => !alarm.startsWith('none: '))
    .filter((alarm) => !alarms.every((ids) => ids.some((id) => new RegExp(`^${alarm}${HASH}$`).test(id))));
  expect(unknown).toEqual([]);
});

test('every queue that the table names is deployed', () => {
  const queues = everywhere.map((assembly) => resourcesOf(assembly, 'AWS::SQS::Queue').map(idOf));
  const named = RUN_TIME_FAULTS.flatMap(({ faults }) => faults).flatMap((cell) =>
    'parked' in cell ? [cell.parked] : [],
  );
  const unknown = named.filter((place) => /^[A-Z]\w+\/\w+$/.test(place) && !queues.every((ids) => ids.includes(place)));
  expect(unknown).toEqual([]);
});

describe.each(Object.entries(ASSEMBLIES))('in %s', (_, assembly) => {
  test('what is handed on without an answer is retried, and parked in the queue that the table says', () => {
    const edges = asynchronousEdges(assembly).filter(({ at }) => rowOf(at));
    expect(edges.length).toBeGreaterThanOrEqual(16);
    for (const { at, deadLetters, retryFault } of edges) {
      const queue = referred(deadLetters, at.stack, assembly)?.resource as Placed;
      const alarms = watchedMetrics(assembly).filter((metric) =>
        isAbout(metric, 'QueueName', queue, 'QueueName', assembly),
      );
      const rings = alarms.map(({ alarm }) => alarm.logicalId.replace(new RegExp(`${HASH}$`), ''));
      const { parked, alarm } = fullQueue(at);
      expect({ at: idOf(at), retryFault, parked, rings }).toEqual({
        at: idOf(at),
        retryFault: undefined,
        parked: idOf(queue),
        rings: [alarm],
      });
    }
  });

  test('a state that calls a function retries whatever it fails of', () => {
    const calls = machinesOf(assembly).flatMap((machine) => callsOf(machine, assembly));
    const functions = calls.filter(({ lambda }) => lambda);
    expect(functions.length).toBeGreaterThanOrEqual(6);
    for (const { name, state } of functions) {
      const attempts = array(state.Retry)
        .filter((each) => (each as { ErrorEquals: string[] }).ErrorEquals.includes('States.ALL'))
        .map((each) => (each as { MaxAttempts?: number }).MaxAttempts);
      expect({ name, attempts }).toEqual({ name, attempts: [3] });
    }
  });

  test('a delivery waits for half an hour while the jobs have no room for it', () => {
    const calls = machinesOf(assembly).flatMap((machine) => callsOf(machine, assembly));
    const jobs = calls.filter(({ operation }) => operation === 'glue:startJobRun');
    expect(jobs).toHaveLength(2);
    for (const { state } of jobs)
      expect(state.Retry).toContainEqual({
        ErrorEquals: [
          'Glue.ConcurrentRunsExceededException',
          'Glue.ResourceNumberLimitExceededException',
          'Glue.ThrottlingException',
        ],
        IntervalSeconds: 60,
        MaxAttempts: 30,
        BackoffRate: 1,
      });
  });

  test('a condition that a lost answer would break lets the run in that wrote the item itself, and throttling is waited for', () => {
    const calls = machinesOf(assembly).flatMap((machine) => callsOf(machine, assembly));
    const writes = calls.filter(({ parameters }) => parameters.ConditionExpression !== undefined);
    expect(writes).toHaveLength(3);
    for (const { parameters, state } of writes) {
      expect(parameters.ConditionExpression).toMatch(/(^| OR )#execution = :execution$/);
      expect(JSON.stringify(parameters.ExpressionAttributeValues)).toContain('$$.Execution.Name');
      expect(state.Retry).toEqual([
        { ErrorEquals: ['DynamoDB.ConditionalCheckFailedException'], MaxAttempts: 0 },
        { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 2, MaxAttempts: 5, BackoffRate: 2 },
      ]);
    }
  });

  test('every stream to S3 rings hours before Firehose drops what it could not write', () => {
    const streams = resourcesOf(assembly, 'AWS::KinesisFirehose::DeliveryStream');
    expect(streams.length).toBeGreaterThanOrEqual(2);
    for (const stream of streams) {
      const alarms = watchedMetrics(assembly).filter(
        (metric) =>
          metric.name === 'DeliveryToS3.DataFreshness' &&
          isAbout(metric, 'DeliveryStreamName', stream, 'DeliveryStreamName', assembly),
      );
      const thresholds = alarms.map(({ alarm }) => Number(alarm.Properties.Threshold));
      expect({ stream: idOf(stream), thresholds }).toEqual({ stream: idOf(stream), thresholds: [3600] });
    }
  });

  test('what is written into a day after its marker was an hour late, so that it has rung', () => {
    const [closing] = resourcesOf(assembly, 'AWS::Events::Rule').filter((rule) => /EachMorning/.test(rule.logicalId));
    expect(closing?.Properties.ScheduleExpression).toBe('cron(0 1 * * ? *)');
  });

  test('a step of the training is tried again when the service fails or throttles', () => {
    let steps = 0;
    const untried = findInSteps(assembly, ({ type, own }) => {
      if (['Condition', 'Fail', 'Lambda'].includes(type)) return [];
      steps++;
      const retried = array(own.RetryPolicies).flatMap((each) => (each as { ExceptionType: string[] }).ExceptionType);
      return ['Step.SERVICE_FAULT', 'Step.THROTTLING'].filter((fault) => !retried.includes(fault));
    });
    expect(steps).toBeGreaterThanOrEqual(7);
    expect(untried).toEqual([]);
  });
});

test('the figures count every cell, and leave none out', () => {
  const figures = runTimeFigures();
  for (const { kind, cells, tested, notApplicable, open } of figures) {
    expect({ kind, cells }).toEqual({ kind, cells: RUN_TIME_FAULTS.length });
    expect(tested + notApplicable + open).toBe(cells);
  }
});

import type { OfficeHours } from '../../../lib/config/office-hours';
import { type Placed, resources, SYNTHESIZED, synthesize } from '../../synthesized';

interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
}

const [{ config: SANDBOX }] = SYNTHESIZED as [(typeof SYNTHESIZED)[number]];
const OFFICE_HOURS: OfficeHours = {
  from: '08:00',
  to: '18:30',
  timeZone: 'Europe/Berlin',
  weekdays: ['MON', 'TUE', 'WED', 'THU', 'FRI'],
};

function of(all: readonly Placed[]) {
  const here = all.filter(({ stack }) => stack === 'model-monitoring');
  const named = (type: string, logicalId: RegExp) =>
    here.filter((each) => each.Type === type && logicalId.test(each.logicalId));
  const statements = (logicalId: RegExp) =>
    named('AWS::IAM::Policy', logicalId).flatMap(
      ({ Properties }) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement,
    );
  return { named, statements };
}

describe.each(SYNTHESIZED)('in $environment', ({ templates, config }) => {
  const { named } = of(resources(templates));
  const hours = config.serving.realTime.parkWhenIdleHours;

  test('an endpoint is parked for idleness only where the environment says after how long', () => {
    const found = named('AWS::Lambda::Function', /^IdleParking/).map(
      ({ Properties }) => (Properties.Environment as { Variables: object }).Variables,
    );
    expect(found).toEqual(
      hours === undefined ? [] : [expect.objectContaining({ IDLE_HOURS: String(hours), REAL_TIME_VARIANT: 'main' })],
    );
    expect(named('AWS::Events::Rule', /^IdleParkingHourly/)).toHaveLength(found.length);
  });

  test('without office hours nothing wakes the endpoint', () => {
    expect(named('AWS::Scheduler::Schedule', /./)).toEqual([]);
  });
});

describe('in the sandbox, where an endpoint parks itself', () => {
  const { named, statements } = of(resources((SYNTHESIZED[0] as (typeof SYNTHESIZED)[number]).templates));

  test('every hour the event is handed on as it is: its time is in it; an old one is not, since the next has come', () => {
    const [rule] = named('AWS::Events::Rule', /^IdleParkingHourly/);

    expect(rule?.Properties).toMatchObject({
      ScheduleExpression: 'rate(1 hour)',
      Targets: [{ RetryPolicy: { MaximumEventAgeInSeconds: 3600 }, DeadLetterConfig: {} }],
    });
    expect(JSON.stringify(rule?.Properties)).not.toMatch(/InputTransformer|"Input/);
  });

  test('the check may look at the serving stack and at signals, and start the machine that parks, nothing else', () => {
    const actions = statements(/^IdleParkingCheckIdleness/).flatMap(({ Action }) => Action);
    const grants = actions.filter((action) => !/^(logs|sqs|xray):/.test(action)).sort();

    expect(grants).toEqual([
      'cloudformation:DescribeStacks',
      'cloudwatch:GetMetricStatistics',
      'states:StartExecution',
    ]);
    const [start] = statements(/^IdleParkingCheckIdleness/).filter(({ Action }) => Action === 'states:StartExecution');
    expect(JSON.stringify(start?.Resource)).toMatch(/^\{"Ref":"ParkServingMachine/);
  });
});

describe('with office hours', () => {
  const serving = { ...SANDBOX.serving, realTime: { ...SANDBOX.serving.realTime, officeHours: OFFICE_HOURS } };
  const { named, statements } = of(resources(synthesize({ ...SANDBOX, serving })));
  const schedule = (id: RegExp) => named('AWS::Scheduler::Schedule', id)[0]?.Properties as Record<string, unknown>;

  test.each([
    [/^OfficeHoursWake/, 'cron(0 8 ? * MON,TUE,WED,THU,FRI *)', /ApplyServingStateMachine/, 'wake'],
    [/^OfficeHoursPark/, 'cron(30 18 ? * MON,TUE,WED,THU,FRI *)', /ParkServingMachine/, undefined],
  ] as const)('%s comes on time, by the clock of the office, and starts its machine', (id, when, machine, action) => {
    const { ScheduleExpression, ScheduleExpressionTimezone, FlexibleTimeWindow, State, Target } = schedule(id);
    const { Arn, Input, RetryPolicy, DeadLetterConfig } = Target as Record<string, unknown>;

    expect({ ScheduleExpression, ScheduleExpressionTimezone, FlexibleTimeWindow, State }).toEqual({
      ScheduleExpression: when,
      ScheduleExpressionTimezone: 'Europe/Berlin',
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: 'ENABLED',
    });
    expect(JSON.stringify(Arn)).toMatch(machine);
    expect(JSON.parse(String(Input))).toEqual({ cause: 'office-hours', ...(action && { action }) });
    expect(RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 24 });
    expect(DeadLetterConfig).toBeDefined();
  });

  test('they may start the machines that park and wake, and park what failed, nothing else', () => {
    const actions = statements(/^OfficeHoursRole/).flatMap(({ Action }) => Action);

    expect([...new Set(actions)].sort()).toEqual(['sqs:SendMessage', 'states:StartExecution']);
  });

  test('idleness is looked at all the same', () => {
    expect(named('AWS::Events::Rule', /^IdleParkingHourly/)).toHaveLength(1);
  });
});

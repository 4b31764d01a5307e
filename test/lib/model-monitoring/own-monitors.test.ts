import { resources, SYNTHESIZED } from '../../synthesized';

interface Target {
  readonly Arn: { readonly 'Fn::GetAtt': [string, string] };
  readonly InputTransformer?: { readonly InputTemplate: string; readonly InputPathsMap: object };
}
interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
}

describe.each(SYNTHESIZED)('in $environment', ({ templates, config }) => {
  const here = resources(templates).filter(({ stack }) => stack === 'model-monitoring');
  const named = (type: string, logicalId: RegExp) =>
    here.filter((each) => each.Type === type && logicalId.test(each.logicalId));
  const [look] = named('AWS::Lambda::Function', /^MonitorsDriftLook/);
  const [retrain] = named('AWS::Lambda::Function', /^RetrainingRequestRetraining/);
  const targetOf = (logicalId: RegExp) => {
    const [rule] = named('AWS::Events::Rule', logicalId);
    return { rule: rule?.Properties, target: (rule?.Properties.Targets as Target[] | undefined)?.[0] };
  };
  const statementsOf = (logicalId: RegExp) =>
    named('AWS::IAM::Policy', logicalId).flatMap(
      ({ Properties }) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement,
    );
  const alarmIds = ['DataDrift', 'PredictionDrift', 'ModelQuality'];
  const alarms = alarmIds.map((id) => named('AWS::CloudWatch::Alarm', new RegExp(`^Alarms${id}`))[0]);

  test.each([
    ['Drift', 'cron(0 3 * * ? *)'],
    ['Quality', 'cron(0 4 * * ? *)'],
  ])('the %s monitor looks every night, with the event as it is: its time is in it', (name, schedule) => {
    const { rule, target } = targetOf(new RegExp(`^Monitors${name}Daily`));

    expect(rule).toMatchObject({ ScheduleExpression: schedule });
    expect(target?.Arn['Fn::GetAtt'][0]).toMatch(new RegExp(`^Monitors${name}Look`));
    expect(target?.InputTransformer).toBeUndefined();
  });

  test.each(['Drift', 'Quality'])('the %s monitor beats once when it is deployed, as soon as it may', (name) => {
    const [heartbeat] = named('Custom::MonitorHeartbeat', new RegExp(`^Monitors${name}FirstHeartbeat`));

    expect(JSON.stringify(heartbeat?.Properties.ServiceToken)).toMatch(new RegExp(`Monitors${name}Look`));
    expect(heartbeat?.DependsOn).toContainEqual(
      expect.stringMatching(new RegExp(`^Monitors${name}LookRoleDefaultPolicy`)),
    );
  });

  test('the monitors know the rules of their environment', () => {
    expect(look?.Properties.Environment).toMatchObject({
      Variables: {
        MINIMUM_ROWS: String(config.modelMonitoring.minimumRows),
        SMALLEST_DRIFT: String(config.modelMonitoring.smallestDrift),
        SIGNAL_NAMESPACE: `${config.project}-${config.environment}`,
      },
    });
  });

  test('no monitor may change what it watches', () => {
    for (const name of ['Drift', 'Quality']) {
      const statements = statementsOf(new RegExp(`^Monitors${name}LookRoleDefaultPolicy`));
      const writes = statements.filter(({ Action }) => JSON.stringify(Action).includes('s3:PutObject'));
      expect(writes).toHaveLength(1);
      expect(JSON.stringify(writes[0]?.Resource)).toMatch(/\/monitoring\/[a-z-]+\/\*/);
      expect(JSON.stringify(statements)).not.toContain('s3:DeleteObject');
    }
  });

  test('each finding has an alarm on the signal of its name, that asks anew every day and takes no sum of it', () => {
    for (const [index, name] of alarmIds.entries())
      expect(alarms[index]?.Properties).toMatchObject({
        Namespace: `${config.project}-${config.environment}`,
        MetricName: name,
        Statistic: 'Maximum',
        Period: 300,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        TreatMissingData: 'notBreaching',
      });
    // The monitors publish ratios without a unit; an alarm that named one would never see them.
    for (const alarm of alarms) expect(alarm?.Properties).not.toHaveProperty('Unit');
  });

  test.each([
    ['OnDrift', 'drift', [0, 1]],
    ['OnQualityDrop', 'quality', [2]],
  ] as const)('%s asks for a training when its alarms go off, and for nothing when they recover', (id, cause, of) => {
    const { rule, target } = targetOf(new RegExp(`^Retraining${id}`));

    expect(rule?.EventPattern).toEqual({
      source: ['aws.cloudwatch'],
      'detail-type': ['CloudWatch Alarm State Change'],
      detail: { alarmName: of.map((index) => ({ Ref: alarms[index]?.logicalId })), state: { value: ['ALARM'] } },
    });
    expect(target?.Arn['Fn::GetAtt'][0]).toBe(retrain?.logicalId);
    expect(target?.InputTransformer?.InputPathsMap).toEqual({ time: '$.time' });
    expect(target?.InputTransformer?.InputTemplate).toContain(`"cause":"${cause}"`);
  });

  test('the calendar asks for a training only where the environment says how often', () => {
    const { rule, target } = targetOf(/^RetrainingOnSchedule/);
    const days = config.modelMonitoring.retrainEveryDays;

    expect(rule?.ScheduleExpression).toBe(days === undefined ? undefined : `rate(${days} days)`);
    if (days !== undefined) expect(target?.InputTransformer?.InputTemplate).toContain('"cause":"schedule"');
  });

  test('whoever asks for a training may start one state machine and read reports, nothing else', () => {
    const statements = statementsOf(/^RetrainingRequestRetrainingRoleDefaultPolicy/);
    const starts = statements.filter(({ Action }) => JSON.stringify(Action).includes('states:'));

    expect(starts.map(({ Action }) => Action)).toEqual(['states:StartExecution']);
    expect(JSON.stringify(statements)).not.toMatch(/s3:Put|s3:Delete/);
  });
});

import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { EnvironmentConfig } from '../../../lib/config/environment-config';
import { SYNTHESIZED, type Template } from '../../synthesized';

const TYPES = loadAwsServiceSpecSync();
const CONFIG = 'AWS::SageMaker::EndpointConfig';

interface ServingTemplate extends Template {
  readonly Parameters: Record<string, { Type: string; Default: string; AllowedValues?: string[] }>;
  readonly Conditions: Record<string, unknown>;
}
type Resource = Template['Resources'][string] & { readonly Condition?: string };
type Values = Readonly<Record<string, string>>;

/** Evaluates a condition as CloudFormation does, as far as this stack uses them. */
function holds(expression: unknown, { Conditions }: ServingTemplate, values: Values): boolean {
  const [[name, argument]] = Object.entries(expression as object) as [[string, never]];
  const each = (inner: unknown) => holds(inner, { Conditions } as ServingTemplate, values);
  if (name === 'Condition') return each(Conditions[argument]);
  if (name === 'Fn::Not') return !each(argument[0]);
  if (name === 'Fn::And') return (argument as unknown[]).every(each);
  if (name === 'Fn::Equals') return values[(argument as [{ Ref: string }])[0].Ref] === argument[1];
  throw new Error(`${name} is not known here`);
}

/** Types of the resources that there are with these values. */
function existing(template: ServingTemplate, values: Values): string[] {
  return Object.values(template.Resources)
    .filter(({ Condition }: Resource) => !Condition || holds({ Condition }, template, values))
    .map(({ Type }) => Type)
    .sort();
}

/** What an update that changes only `parameter` does to each resource that it touches, by the type database. */
function changes({ Resources }: ServingTemplate, parameter: string): Record<string, 'replaced' | 'updated'> {
  const found: Record<string, 'replaced' | 'updated'> = {};
  const moving = [`{"Ref":"${parameter}"}`];
  for (let before = -1; before < moving.length; ) {
    before = moving.length;
    for (const [id, { Type, Properties }] of Object.entries(Resources)) {
      const [type] = TYPES.lookup('resource', 'cloudFormationType', 'equals', Type);
      for (const [name, value] of Object.entries(Properties ?? {})) {
        if (!moving.some((reference) => JSON.stringify(value).includes(reference))) continue;
        const replaces = type?.properties[name]?.causesReplacement === 'yes';
        if (replaces && found[id] !== 'replaced') moving.push(`{"Fn::GetAtt":["${id}"`, `{"Ref":"${id}"}`);
        found[id] = replaces || found[id] === 'replaced' ? 'replaced' : 'updated';
      }
    }
  }
  return found;
}

describe.each(SYNTHESIZED)('in $environment', ({ templates, config }) => {
  const template = templates.serving as ServingTemplate;
  const resources = Object.entries(template.Resources) as [string, Resource][];
  const ofType = (type: string) => resources.filter(([, { Type }]) => Type === type).map(([, resource]) => resource);

  test('two plain parameters are the whole state, and a first deployment has no model', () => {
    expect(template.Parameters).toEqual({
      ApprovedModelVersion: expect.objectContaining({ Type: 'String', Default: 'none' }),
      RealTime: expect.objectContaining({
        Type: 'String',
        Default: (config as EnvironmentConfig).serving.realTime.initially,
        AllowedValues: ['on', 'parked'],
      }),
    });
  });

  test('without a version only the free resource is there, parked only the serverless endpoint', () => {
    const free = 'AWS::CloudFormation::WaitConditionHandle';
    const model = ['AWS::SageMaker::Endpoint', CONFIG, 'AWS::SageMaker::Model'];
    const both = existing(template, { ApprovedModelVersion: 'arn', RealTime: 'on' });

    expect(existing(template, { ApprovedModelVersion: 'none', RealTime: 'on' })).toEqual([free]);
    expect(existing(template, { ApprovedModelVersion: 'none', RealTime: 'parked' })).toEqual([free]);
    expect(existing(template, { ApprovedModelVersion: 'arn', RealTime: 'parked' })).toEqual([free, ...model].sort());
    expect(both).toHaveLength(resources.length);
    expect(both.filter((type) => type === 'AWS::CloudWatch::Alarm')).toHaveLength(2);
  });

  test('everything but the free resource exists under a condition', () => {
    expect(resources.filter(([, { Condition }]) => !Condition).map(([id]) => id)).toEqual(['Always']);
  });

  test('nothing in it moves by itself, needs a capability, or holds up an update', () => {
    expect(Object.keys(template).sort()).toEqual(['Conditions', 'Parameters', 'Resources']);
    const foreign = resources.filter(([, { Type }]) => /::IAM::|^Custom::|CustomResource|::Stack$|::CDK::/.test(Type));
    expect(foreign).toEqual([]);
    expect(JSON.stringify(template)).not.toMatch(/resolve:|Fn::GetStackOutput|Fn::Transform|AWS::SSM/);
    const imports = [...JSON.stringify(template).matchAll(/"Fn::ImportValue":"([^:]+):/g)].map(([, stack]) => stack);
    const earlier = ['foundation', 'data-lake', 'serving-access'];
    const prefix = `${config.project}-${config.environment}`;
    expect(imports.filter((stack) => !earlier.some((each) => stack === `${prefix}-${each}`))).toEqual([]);
  });

  test('no later stack refers to it, so that none can hold up a promotion', () => {
    const later = JSON.stringify(templates).match(
      new RegExp(`"Fn::ImportValue":"${config.project}-${config.environment}-serving:`),
    );
    expect(later).toBeNull();
  });

  test('a new version replaces models and configurations, which stay behind, and updates the endpoints in place', () => {
    const changed = changes(template, 'ApprovedModelVersion');
    const byType = Object.entries(changed).map(([id, how]) => `${template.Resources[id]?.Type} ${how}`);

    expect(byType.sort()).toEqual([
      'AWS::SageMaker::Endpoint updated',
      'AWS::SageMaker::Endpoint updated',
      `${CONFIG} replaced`,
      `${CONFIG} replaced`,
      'AWS::SageMaker::Model replaced',
      'AWS::SageMaker::Model replaced',
    ]);
    for (const resource of [...ofType('AWS::SageMaker::Model'), ...ofType(CONFIG)])
      expect(resource).toMatchObject({ UpdateReplacePolicy: 'Retain', DeletionPolicy: 'Delete' });
  });

  test('what is replaced has no name of its own; endpoints have, for those who may not refer to them', () => {
    for (const { Properties } of [...ofType('AWS::SageMaker::Model'), ...ofType(CONFIG)])
      expect(Object.keys(Properties).filter((name) => /^(Model|EndpointConfig)Name$/.test(name))).toEqual([]);
    const prefix = `${config.project}-${config.environment}`;
    expect(ofType('AWS::SageMaker::Endpoint').map(({ Properties }) => Properties.EndpointName)).toEqual([
      `${prefix}-serverless`,
      `${prefix}-real-time`,
    ]);
  });

  test('serverless runs the container as it is; real time runs our script, isolated, and knows its version', () => {
    const [serverless, realTime] = ofType('AWS::SageMaker::Model');
    const version = { Ref: 'ApprovedModelVersion' };

    expect(serverless?.Properties.PrimaryContainer).toEqual({ ModelPackageName: version });
    expect(serverless?.Properties).not.toHaveProperty('EnableNetworkIsolation');
    expect(realTime?.Properties).toMatchObject({
      EnableNetworkIsolation: true,
      PrimaryContainer: {
        ModelPackageName: version,
        Environment: {
          SAGEMAKER_PROGRAM: 'inference.py',
          SAGEMAKER_SUBMIT_DIRECTORY: '/opt/ml/model/code',
          MODEL_VERSION: version,
        },
      },
    });
  });

  test('two alarms roll a new version back, one instance first where there are several', () => {
    const [endpoint] = ofType('AWS::SageMaker::Endpoint').filter(({ Properties }) => Properties.DeploymentConfig);
    const { instances, bakeMinutes, latencyMilliseconds } = (config as EnvironmentConfig).serving.realTime;
    const alarms = ofType('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);

    expect(endpoint?.Properties.DeploymentConfig).toMatchObject({
      AutoRollbackConfiguration: { Alarms: alarms.map(({ AlarmName }) => ({ AlarmName })) },
      BlueGreenUpdatePolicy: {
        TerminationWaitInSeconds: bakeMinutes * 60,
        TrafficRoutingConfiguration:
          instances > 1
            ? { Type: 'CANARY', CanarySize: { Type: 'INSTANCE_COUNT', Value: 1 } }
            : { Type: 'ALL_AT_ONCE' },
      },
    });
    expect(alarms).toMatchObject([
      { MetricName: 'Invocation5XXErrors', Statistic: 'Sum' },
      // SageMaker measures in microseconds.
      { MetricName: 'ModelLatency', ExtendedStatistic: 'p99', Threshold: latencyMilliseconds * 1000 },
    ]);
  });

  test('captured data are CSV as they came, encrypted, and follow the configuration; instances follow autoscaling', () => {
    const [captured] = ofType(CONFIG).filter(({ Properties }) => Properties.DataCaptureConfig);
    const [endpoint] = ofType('AWS::SageMaker::Endpoint').filter(({ Properties }) => Properties.DeploymentConfig);
    const [target] = ofType('AWS::ApplicationAutoScaling::ScalableTarget');

    expect(captured?.Properties.DataCaptureConfig).toMatchObject({
      CaptureOptions: [{ CaptureMode: 'Input' }, { CaptureMode: 'Output' }],
      CaptureContentTypeHeader: { CsvContentTypes: ['text/csv'] },
      KmsKeyId: { 'Fn::ImportValue': expect.stringContaining('foundation') },
    });
    expect(endpoint?.Properties).toMatchObject({
      RetainAllVariantProperties: true,
      ExcludeRetainedVariantProperties: [{ VariantPropertyType: 'DataCaptureConfig' }],
    });
    expect(target?.Properties.ResourceId).toBe(
      `endpoint/${config.project}-${config.environment}-real-time/variant/main`,
    );
    expect(target?.DependsOn).toEqual([expect.stringMatching(/^RealTimeEndpoint/)]);
  });
});

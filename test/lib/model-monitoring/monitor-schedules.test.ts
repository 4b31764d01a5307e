import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { App } from 'aws-cdk-lib';
import { handlerBundles } from '../../../lib/config/bundle-handlers';
import type { Dataset } from '../../../lib/config/dataset';
import { ENVIRONMENTS } from '../../../lib/config/environments';
import { stackName } from '../../../lib/config/stacks';
import { mlLifecycle } from '../../../lib/ml-lifecycle';
import { SCHEDULE_RESOURCE_TYPES } from '../../../lib/model-monitoring/schedule-resource-types';
import { DATASETS } from '../../datasets';
import { resources, SYNTHESIZED } from '../../synthesized';

const TYPES = loadAwsServiceSpecSync();
const KINDS = ['DataQuality', 'ModelQuality', 'ModelBias', 'ModelExplainability'] as const;

describe.each(SYNTHESIZED)('in $environment', ({ templates, config }) => {
  // biome-ignore lint/suspicious/noExplicitAny: a template is JSON
  const template = templates['monitor-schedules'] as any;
  const inStack = resources(templates).filter(({ stack }) => stack === 'monitor-schedules');
  const definition = (kind: string) => inStack.find(({ Type }) => Type.endsWith(`::${kind}JobDefinition`));
  const scheduleOf = (kind: string) =>
    inStack.find(({ Properties }) => JSON.stringify(Properties).includes(`"MonitoringType":"${kind}"`));

  test('whoever updates the stack may touch exactly the types that it holds', () => {
    expect([...new Set(inStack.map(({ Type }) => Type))].sort()).toEqual(SCHEDULE_RESOURCE_TYPES);
  });

  test('nothing in it needs a capability, moves by itself or is needed elsewhere', () => {
    expect(Object.keys(template).sort()).toEqual(['Conditions', 'Parameters', 'Resources']);
    expect(JSON.stringify(template)).not.toMatch(/AWS::SSM|Fn::GetStackOutput|resolve:|Fn::Transform/);
    for (const stack of Object.values(templates)) expect(JSON.stringify(stack)).not.toContain('monitor-schedules:');
  });

  test('its parameters are plain strings, and off before anybody has said what to watch', () => {
    expect(template.Parameters).toMatchObject({
      Schedules: { Type: 'String', Default: 'off', AllowedValues: ['on', 'off'] },
      BaselineUri: { Type: 'String', Default: 's3://none' },
      ExplainabilityConfigUri: { Type: 'String', Default: 's3://none' },
      Threshold: { Type: 'String', Default: '0.5' },
    });
    expect(Object.keys(template.Parameters)).toHaveLength(4);
  });

  test('all of it exists only while the schedules are on, but for what costs nothing and keeps the stack', () => {
    const always = Object.entries(template.Resources as Record<string, { Type: string; Condition?: string }>).filter(
      ([, { Condition }]) => Condition !== 'SchedulesOn',
    );
    expect(always.map(([, { Type }]) => Type)).toEqual(['AWS::CloudFormation::WaitConditionHandle']);
    expect(template.Conditions.SchedulesOn).toEqual({ 'Fn::Equals': [{ Ref: 'Schedules' }, 'on'] });
  });

  test('definitions have no names, since every change replaces them; schedules are found by theirs', () => {
    for (const kind of KINDS) {
      expect(definition(kind)?.Properties).not.toHaveProperty('JobDefinitionName');
      const [found] = TYPES.lookup('resource', 'cloudFormationType', 'equals', `AWS::SageMaker::${kind}JobDefinition`);
      expect(Object.values(found?.properties ?? {}).every(({ causesReplacement }) => causesReplacement === 'yes')).toBe(
        true,
      );
      expect(scheduleOf(kind)?.Properties).toMatchObject({
        MonitoringScheduleName: expect.stringMatching(new RegExp(`^${config.project}-${config.environment}-`)),
        MonitoringScheduleConfig: {
          MonitoringJobDefinitionName: {
            'Fn::Select': [1, { 'Fn::Split': ['/', { Ref: definition(kind)?.logicalId }] }],
          },
        },
      });
    }
  });

  test('each runs once a day, and none longer than until the next begins', () => {
    const hours = KINDS.map((kind) => {
      const [, hour] =
        /"ScheduleExpression":"cron\(0 (\d+) \? \* \* \*\)"/.exec(JSON.stringify(scheduleOf(kind))) ?? [];
      return Number(hour);
    });
    expect(hours).toEqual([5, 7, 9, 11]);
    // SageMaker starts up to 20 minutes late.
    for (const kind of KINDS)
      expect(definition(kind)?.Properties.StoppingCondition).toEqual({ MaxRuntimeInSeconds: (120 - 30) * 60 });
  });

  test('quality and bias are judged on the week whose outcomes are known; ground truth and threshold are the version’s', () => {
    const { outcomesAfterDays } = config.modelMonitoring;
    for (const kind of ['ModelQuality', 'ModelBias'])
      expect(definition(kind)?.Properties[`${kind}JobInput`]).toMatchObject({
        EndpointInput: {
          EndpointName: `${config.project}-${config.environment}-real-time`,
          StartTimeOffset: `-P${outcomesAfterDays + 7}D`,
          EndTimeOffset: `-P${outcomesAfterDays}D`,
          ProbabilityThresholdAttribute: { Ref: 'Threshold' },
        },
        GroundTruthS3Input: { S3Uri: { 'Fn::Join': ['', expect.arrayContaining(['/ground-truth/churn'])] } },
      });
    expect(definition('ModelQuality')?.Properties).toMatchObject({
      ModelQualityJobInput: { EndpointInput: { ProbabilityAttribute: '0' } },
      ModelQualityAppSpecification: { ProblemType: 'BinaryClassification' },
    });
  });

  test('each compares with a baseline that the assessment writes', () => {
    const baseline = (name: string) => ({ S3Uri: { 'Fn::Join': ['/', [{ Ref: 'BaselineUri' }, name]] } });
    expect(KINDS.map((kind) => definition(kind)?.Properties[`${kind}BaselineConfig`])).toEqual([
      { ConstraintsResource: baseline('constraints.json'), StatisticsResource: baseline('statistics.json') },
      { ConstraintsResource: baseline('model-quality-constraints.json') },
      { ConstraintsResource: baseline('bias-constraints.json') },
      { ConstraintsResource: baseline('explainability-constraints.json') },
    ]);
    expect(definition('ModelBias')?.Properties.ModelBiasAppSpecification).toMatchObject({
      ConfigUri: baseline('bias-config.json').S3Uri,
    });
    expect(definition('ModelExplainability')?.Properties.ModelExplainabilityAppSpecification).toMatchObject({
      ConfigUri: { Ref: 'ExplainabilityConfigUri' },
    });
  });

  test('what instances say to each other is encrypted, and only who asks the model reaches a network', () => {
    const networks = KINDS.map((kind) => definition(kind)?.Properties.NetworkConfig);
    expect(networks).toEqual(
      [true, true, false, false].map((EnableNetworkIsolation) => ({
        EnableInterContainerTrafficEncryption: true,
        EnableNetworkIsolation,
      })),
    );
  });

  test('volumes and reports are encrypted by the project’s key', () => {
    for (const kind of KINDS) {
      const { JobResources, [`${kind}JobOutputConfig`]: output } = definition(kind)?.Properties ?? {};
      expect(JSON.stringify(JobResources)).toMatch(/"VolumeKmsKeyId":\{"Fn::ImportValue":"[^"]*Key/);
      expect(JSON.stringify(output)).toMatch(/"KmsKeyId":\{"Fn::ImportValue":"[^"]*Key/);
    }
  });
});

test('switched off, the stack has nothing but what keeps it', () => {
  const { sandbox } = ENVIRONMENTS;
  const config = { ...sandbox, modelMonitoring: { ...sandbox.modelMonitoring, modelMonitorSchedules: false } };
  const dataset = DATASETS[0] as Dataset;
  const app = new App();
  mlLifecycle(app, { config, dataset, ...handlerBundles(dataset) });
  const { template } = app.synth().getStackByName(stackName(config, 'monitor-schedules'));
  expect(Object.keys(template)).toEqual(['Resources']);
  expect(Object.values(template.Resources)).toEqual([{ Type: 'AWS::CloudFormation::WaitConditionHandle' }]);
});

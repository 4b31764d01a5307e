import { Template } from 'aws-cdk-lib/assertions';
import { ENVIRONMENT } from '../../../lambda/governance/activate-tags/environment';
import { TAG_KEYS } from '../../../lib/config/cost-tags';
import { ENVIRONMENTS } from '../../../lib/config/environments';
import { resources, SYNTHESIZED } from '../../synthesized';
import { givenLifecycle } from './given-governance';

interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: object;
}

describe.each(SYNTHESIZED)('in $environment', ({ templates, config }) => {
  const here = resources(templates).filter(({ stack }) => stack === 'governance');
  const named = (type: string, logicalId: RegExp): Record<string, unknown> =>
    here.find((each) => each.Type === type && logicalId.test(each.logicalId))?.Properties ?? {};

  test('the tags are looked at every morning, and a look that fails for good waits in the phase’s queue', () => {
    const rule = named('AWS::Events::Rule', /^TagActivationDaily/);
    const [target] = rule.Targets as { Arn: object; DeadLetterConfig: { Arn: object } }[];

    expect(rule.ScheduleExpression).toBe('cron(0 6 * * ? *)');
    expect(JSON.stringify(target?.Arn)).toMatch(/TagActivationActivateTags/);
    expect(JSON.stringify(target?.DeadLetterConfig.Arn)).toMatch(/DeadLetters/);
  });

  test('the function knows all keys that the templates carry', () => {
    const { Variables } = named('AWS::Lambda::Function', /^TagActivation/).Environment as {
      Variables: Record<string, string>;
    };

    expect(Object.keys(Variables).sort()).toEqual([...ENVIRONMENT].sort());
    expect(Variables.TAG_KEYS?.split(',')).toEqual([...TAG_KEYS]);
    expect(Variables.SIGNAL_NAMESPACE).toBe(`${config.project}-${config.environment}`);
  });

  test('it may list and activate cost tags and publish its signal, and do nothing else', () => {
    const { Statement } = named('AWS::IAM::Policy', /^TagActivation/).PolicyDocument as { Statement: Statement[] };
    const rights = Statement.map(({ Action }) => [Action].flat()).filter(
      (actions) => !actions.some((action) => /^(logs|sqs):/.test(action)),
    );

    expect(rights).toEqual([
      ['ce:ListCostAllocationTags', 'ce:UpdateCostAllocationTagsStatus'],
      ['cloudwatch:PutMetricData'],
    ]);
    expect(Statement.find(({ Action }) => Action === 'cloudwatch:PutMetricData')?.Condition).toEqual({
      StringEquals: { 'cloudwatch:namespace': `${config.project}-${config.environment}` },
    });
  });

  test('the alarm waits for three mornings, since AWS takes two to know and to activate a key', () => {
    const [alarm] = resources(templates, 'AWS::CloudWatch::Alarm').filter(({ logicalId }) =>
      logicalId.startsWith('TagsInactive'),
    );

    expect(alarm?.Properties).toMatchObject({
      MetricName: 'TagsInactive',
      Statistic: 'Minimum',
      Period: 86_400,
      EvaluationPeriods: 3,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    });
  });
});

test('where another account pays nothing asks in vain every day, and no alarm waits for an answer', () => {
  const { governance, operations } = givenLifecycle({ ...ENVIRONMENTS.sandbox.governance, activateTags: false });

  expect(governance.tagActivation).toBeUndefined();
  for (const stack of [governance, operations])
    expect(JSON.stringify(Template.fromStack(stack).toJSON())).not.toMatch(/ActivateTags|TagsInactive/);
});

import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ENVIRONMENTS } from '../../../lib/config/environments';
import { LakeStorage } from '../../../lib/data-lake/lake-storage';
import { CostReview } from '../../../lib/governance/cost-review';
import { DeadLetterQueue } from '../../../lib/shared/dead-letter-queue';
import { PhaseStack } from '../../../lib/shared/phase-stack';
import { DATASETS } from '../../datasets';

const [dataset] = DATASETS as [(typeof DATASETS)[number]];
const config = ENVIRONMENTS.sandbox;
const stack = new PhaseStack(new App(), 'Test', 'operations', {
  config,
  dataset,
  // Any folder will do: nobody runs what is in it.
  lambdaBundles: `${__dirname}/../../../lambda`,
  datasetFile: '',
});
const key = new Key(stack, 'Key');
const storage = new LakeStorage(stack, 'Storage', { key, accessLogs: new Bucket(stack, 'AccessLogs') });
const review = new CostReview(stack, 'CostReview', { storage, deadLetters: new DeadLetterQueue(stack, 'DeadLetters') });
const template = Template.fromStack(stack);
const statements = Object.values(template.findResources('AWS::IAM::Policy'))
  .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
  .map((statement) => ({ ...statement, actions: [statement.Action].flat() as string[] }));
const allowing = (action: RegExp) =>
  statements.filter(({ actions }) => actions.some((each: string) => action.test(each)));

test('the bill is reviewed every week, with the event as it is: its time is in it', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    ScheduleExpression: 'cron(0 6 ? * WED *)',
    Targets: [Match.objectLike({ DeadLetterConfig: Match.anyValue(), InputTransformer: Match.absent() })],
  });
});

test('it is told its costs by the tags that its stacks carry', () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    Environment: {
      Variables: Match.objectLike({
        COST_TAGS: JSON.stringify({ 'ml:project': config.project, 'ml:environment': config.environment }),
        PHASE_TAG: 'ml:phase',
      }),
    },
  });
});

test('it may ask for the account’s own bill and the state of tags, and change neither', () => {
  expect(allowing(/^ce:/).flatMap(({ actions }) => actions)).toEqual([
    'ce:GetCostAndUsage',
    'ce:ListCostAllocationTags',
  ]);
  expect(JSON.stringify(allowing(/GetCostAndUsage/)[0]?.Resource)).toMatch(/:billing::.*:billingview\/primary/);
});

test('it writes reviews and nothing else, and publishes in its own namespace', () => {
  const [put, ...others] = allowing(/^s3:Put/);
  expect(others).toEqual([]);
  expect(JSON.stringify(put?.Resource)).toMatch(/monitoring\/[^/]+\/cost-reviews\/\*/);
  expect(allowing(/PutMetricData/)[0]?.Condition).toEqual({
    StringEquals: { 'cloudwatch:namespace': 'ml-lifecycle-sandbox' },
  });
});

test('a signal that may come twice is never summed', () => {
  const signals = [
    ...review.metricsCosts(),
    ...review.metricsUnitCosts(),
    review.metricValueEarned(),
    review.metricReturnOnInvestment(),
    review.metricRequests(),
  ];
  const shown = signals.map((signal) => signal.toMetricConfig().metricStat);
  expect(new Set(shown.map((stat) => stat?.statistic))).toEqual(new Set(['Maximum']));
  expect(shown.map((stat) => stat?.metricName)).toEqual([
    'DevelopmentCost',
    'RunningCost',
    'ProjectCost',
    'CostPerPrediction',
    'CostPerUser',
    'ValueEarned',
    'ReturnOnInvestment',
    'CostExplorerRequests',
  ]);
});

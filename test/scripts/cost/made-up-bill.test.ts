import { formatMoney } from '../../../lib/metrics';
import { billOf } from '../../../scripts/cost/bill';
import { idleMonth } from '../../../scripts/cost/idle';
import { priced } from '../../../scripts/cost/line';
import { priceTable } from '../../../scripts/cost/price-table';
import { ofOneStack, type Template } from './templates';

const TABLE = priceTable('us-east-1');
const METRIC = { Metric: { Namespace: 'AWS/SQS', MetricName: 'x' }, Period: 300 };
const alarms = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, place) => [
      `Alarm${place}`,
      { Type: 'AWS::CloudWatch::Alarm', Properties: { Namespace: 'AWS/SQS', MetricName: 'x', Period: 60 } },
    ]),
  );

function billed(Resources: Template, others: Template = {}) {
  const { usages, unpriced } = idleMonth(ofOneStack({ ...others, Resources }));
  const { lines, unpriced: withoutPrice } = priced(usages, TABLE);
  const { full, afterFree, deductions } = billOf(lines, TABLE);
  return {
    full: formatMoney({ money: full }),
    afterFree: formatMoney({ money: afterFree }),
    deductions: deductions.map(({ allowance, amount }) => `${allowance.id} ${amount}`),
    lines: lines.map(({ price, amount }) => `${price} ${amount}`),
    unpriced: [...unpriced, ...withoutPrice].map(({ what, reason }) => `${what}: ${reason}`),
  };
}

test('a month of a small template comes to what one reckons by hand', () => {
  const bill = billed({
    Key: { Type: 'AWS::KMS::Key' },
    ...alarms(11),
    OfTwoMetrics: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: { Metrics: [{ MetricStat: METRIC }, { MetricStat: METRIC }, { Expression: 'a + b' }] },
    },
    Board: { Type: 'AWS::CloudWatch::Dashboard', Properties: { DashboardBody: '{"widgets":[]}' } },
    Secret: { Type: 'AWS::SecretsManager::Secret' },
    Look: {
      Type: 'AWS::Lambda::Function',
      Properties: { MemorySize: 512, Architectures: ['arm64'], Role: { 'Fn::GetAtt': ['Role', 'Arn'] } },
    },
    Hourly: {
      Type: 'AWS::Events::Rule',
      Properties: { ScheduleExpression: 'rate(1 hour)', Targets: [{ Arn: { 'Fn::GetAtt': ['Look', 'Arn'] } }] },
    },
  });

  // key 1.00, alarms (11 + 2) × 0.10 = 1.30, dashboard 3.00, secret 0.40: 5.70.
  // 730 runs: requests 730 × 0.20 / 1,000,000 = 0.000146; time 730 × 3 s × 0.5 GB = 1,095 GB-s × 0.0000133334
  // = 0.014600073; logs 730 × 4 KB = 0.00292 GB × 0.50 = 0.00146; key requests 730 × 5 × 0.03 / 10,000 = 0.01095.
  // 5.70 + 0.000146 + 0.014600073 + 0.00146 + 0.01095 = 5.727156073
  expect(bill.full).toBe('5.727156 USD');
  // Free: 10 alarms, the dashboard and all that the function did; left are key 1.00, 3 alarms 0.30, secret 0.40.
  expect(bill.afterFree).toBe('1.70 USD');
  expect(bill.deductions).toContain('free-alarms -1.000000000000');
  expect(bill.deductions).toContain('free-lambda-duration -0.014600073000');
  expect(bill.unpriced).toEqual([]);
});

test('a NAT gateway and the zones of interface endpoints are billed around the clock, gateway endpoints are not', () => {
  const bill = billed({
    Nat: { Type: 'AWS::EC2::NatGateway' },
    Api: { Type: 'AWS::EC2::VPCEndpoint', Properties: { VpcEndpointType: 'Interface', SubnetIds: ['a', 'b'] } },
    Objects: { Type: 'AWS::EC2::VPCEndpoint', Properties: { VpcEndpointType: 'Gateway' } },
  });

  // 730 × 0.045 = 32.85; 730 × 2 × 0.01 = 14.60
  expect(bill.lines).toEqual(['nat-gateway 32.850000000000', 'vpc-endpoint 14.600000000000']);
});

test('a type that nobody has thought about is unpriced, and so is a setting that costs', () => {
  const { unpriced, lines } = billed({
    Stream: { Type: 'AWS::Kinesis::Stream' },
    Cached: { Type: 'AWS::ApiGateway::Stage', Properties: { CacheClusterEnabled: true } },
    Provisioned: { Type: 'AWS::DynamoDB::Table', Properties: { BillingMode: 'PROVISIONED' } },
  });

  expect(lines).toEqual([]);
  expect(unpriced.map((each) => each.split(':').slice(0, 5).join(':'))).toEqual([
    'AWS::Kinesis::Stream',
    'AWS::ApiGateway::Stage',
    'AWS::DynamoDB::Table',
  ]);
});

const endpointOf = (variant: Template) => ({
  Config: { Type: 'AWS::SageMaker::EndpointConfig', Properties: { ProductionVariants: [variant] } },
  Endpoint: {
    Type: 'AWS::SageMaker::Endpoint',
    Properties: { EndpointConfigName: { 'Fn::GetAtt': ['Config', 'EndpointConfigName'] } },
  },
});

test('instances of an endpoint are billed around the clock, memory only while it answers', () => {
  const instances = billed(endpointOf({ InstanceType: 'ml.m5.large', InitialInstanceCount: 2 }));
  const serverless = billed(endpointOf({ ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 } }));

  // 730 × 2 × 0.115
  expect(instances.lines).toEqual(['sagemaker-instance:ml.m5.large 167.900000000000']);
  expect(serverless.lines).toEqual([]);
  expect(serverless.unpriced).toEqual([]);
});

test('an instance type without a price is unpriced, never free', () => {
  const { lines, unpriced } = billed(endpointOf({ InstanceType: 'ml.p9.huge', InitialInstanceCount: 1 }));

  expect(lines).toEqual([]);
  expect(unpriced).toEqual([expect.stringContaining('us-east-1 has no price of sagemaker-instance:ml.p9.huge')]);
});

test('concurrency that is provisioned is unpriced, never free', () => {
  const { unpriced } = billed(endpointOf({ ServerlessConfig: { MemorySizeInMB: 2048, ProvisionedConcurrency: 1 } }));

  expect(unpriced).toEqual(['provisioned concurrency: no pricer knows it']);
});

test('each request of a scheduled function to Cost Explorer costs a cent', () => {
  const bill = billed({
    Role: { Type: 'AWS::IAM::Role' },
    Policy: {
      Type: 'AWS::IAM::Policy',
      Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement: [{ Action: 'ce:GetCostAndUsage' }] } },
    },
    Review: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
    Weekly: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'cron(0 6 ? * MON *)',
        Target: { Arn: { 'Fn::GetAtt': ['Review', 'Arn'] } },
      },
    },
  });

  // 730 / 168 weeks × 6 requests × 0.01
  expect(bill.lines).toContain('cost-explorer-request 0.260714285714');
});

test('what a schedule starts and no template holds is unpriced', () => {
  const { unpriced } = billed({
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: { ScheduleExpression: 'rate(1 day)', Targets: [{ Arn: 'arn:aws:batch:us-east-1:1:job-queue/q' }] },
    },
  });

  expect(unpriced).toEqual(['what rate(1 day) starts: no schedule of a function or a state machine']);
});

test('a schedule that is switched off starts nothing', () => {
  const Properties = { ScheduleExpression: 'rate(1 day)', State: 'DISABLED', Targets: [{ Arn: 'x' }] };

  expect(billed({ Rule: { Type: 'AWS::Events::Rule', Properties } })).toMatchObject({ lines: [], unpriced: [] });
});

test('a signal of ours is billed for the hours in which it is published, once, whoever looks at it', () => {
  const Properties = { Namespace: 'ours', MetricName: 'Drift', Period: 300 };
  const DashboardBody = '{"widgets":[{"properties":{"metrics":[["ours","Drift"],["ours","Rows"],["AWS/SQS","x"]]}}]}';
  const { lines } = billed({
    One: { Type: 'AWS::CloudWatch::Alarm', Properties },
    Board: { Type: 'AWS::CloudWatch::Dashboard', Properties: { DashboardBody } },
  });

  // 31 of 730 hours × 0.30
  expect(lines.filter((line) => line.startsWith('cloudwatch-metric'))).toEqual([
    'cloudwatch-metric 0.012739726027',
    'cloudwatch-metric 0.012739726027',
  ]);
});

test('a condition that does not hold at idle takes its resources out of the bill', () => {
  const on = { 'Fn::Equals': [{ Ref: 'RealTime' }, 'on'] };
  const some = { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'ApprovedModelVersion' }, 'none'] }] };
  const withDefault = (Default: string) => ({
    Parameters: { RealTime: { Default }, ApprovedModelVersion: { Default: 'none' } },
    Conditions: { Some: some, On: { 'Fn::And': [{ Condition: 'Some' }, on] } },
  });
  const resources = { Key: { Type: 'AWS::KMS::Key', Condition: 'On' } };

  expect(billed(resources, withDefault('parked')).lines).toEqual([]);
  expect(billed(resources, withDefault('on')).lines).toEqual(['kms-key 1.000000000000']);
});

import { breakEven, endpointCosts, perThousand } from '../../../scripts/cost/endpoint-costs';
import { priceTable } from '../../../scripts/cost/price-table';
import { rounded } from '../../../scripts/cost/quantity';
import { ofOneStack } from './templates';

const config = (variant: object) => ({
  Type: 'AWS::SageMaker::EndpointConfig',
  Properties: { ProductionVariants: [variant] },
});
const endpoint = (name: string) => ({
  Type: 'AWS::SageMaker::Endpoint',
  Properties: { EndpointConfigName: { 'Fn::GetAtt': [name, 'EndpointConfigName'] } },
});

function costs(memoryMegabytes: number, instanceType = 'ml.m5.large') {
  const Resources = {
    RealConfig: config({ InstanceType: instanceType, InitialInstanceCount: 1 }),
    Real: endpoint('RealConfig'),
    LessConfig: config({ ServerlessConfig: { MemorySizeInMB: memoryMegabytes } }),
    Less: endpoint('LessConfig'),
    Scaling: {
      Type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
      Properties: { TargetTrackingScalingPolicyConfiguration: { TargetValue: 3000 } },
    },
  };
  const { endpoints, unpriced } = endpointCosts(ofOneStack({ Resources }), priceTable('us-east-1'));
  const of = (kind: string) => endpoints.find((each) => each.kind === kind);
  return { realTime: of('real-time'), serverless: of('serverless'), unpriced };
}

test('the break-even load is the fixed cost over what each prediction saves', () => {
  const { realTime, serverless } = costs(2048);
  if (!realTime || !serverless) throw new Error('an endpoint is missing');

  // 730 h × 0.115 = 83.95 a month. A prediction: 2 GB × 0.1 s × 0.00002 = 0.000004 for time; data cost both the same.
  // 83.95 / 0.000004 = 20,987,500
  const load = breakEven(realTime, serverless);
  expect(load && rounded(load, 0)).toBe('20987500');
  // At that load both cost the same: 0.004 for time of 1,000, and 2 KB × 1,000 × 0.016 a GB = 0.000032.
  expect(load && rounded(perThousand(realTime, load), 9)).toBe('0.004032000');
  expect(load && rounded(perThousand(serverless, load), 9)).toBe('0.004032000');
});

test('half of the memory doubles the break-even load', () => {
  const { realTime, serverless } = costs(1024);

  const load = realTime && serverless && breakEven(realTime, serverless);
  expect(load && rounded(load, 0)).toBe('41975000');
});

test('instances that save nothing a prediction never break even', () => {
  const { realTime } = costs(2048);

  expect(realTime && breakEven(realTime, realTime)).toBeUndefined();
});

test('an endpoint is compared up to what its autoscaling aims at', () => {
  const { realTime, serverless } = costs(2048);

  // 3,000 a minute × 60 × 730
  expect(realTime?.mostAMonth && rounded(realTime.mostAMonth, 0)).toBe('131400000');
  expect(serverless?.mostAMonth).toBeUndefined();
});

test('an endpoint on instances without a price is unpriced and in no comparison', () => {
  const { realTime, unpriced } = costs(2048, 'ml.p9.huge');

  expect(realTime).toBeUndefined();
  expect(unpriced).toHaveLength(1);
});

import { ENVIRONMENTS } from '../../../../lib/config/environments';

/** One line of the account's bill. */
export interface BilledLine {
  readonly day: string;
  readonly service: string;
  readonly recordType: 'Usage' | 'Credit' | 'Tax';
  readonly tags: Readonly<Record<string, string>>;
  /** In dollars, as Cost Explorer writes them: ten decimals at most. */
  readonly amount: string;
}

/** From this day on AWS may still change what it billed. */
export const ESTIMATED_FROM = '2026-11-01';

const S3 = 'Amazon Simple Storage Service';
const SAGEMAKER = 'Amazon SageMaker';
const CLOUDWATCH = 'AmazonCloudWatch';

/** Day, phase, service and dollars of what the sandbox used. */
const USAGE: readonly (readonly [string, string, string, string])[] = [
  ['2026-09-05', 'data-lake', S3, '0.1500000000'],
  ['2026-09-05', 'training', SAGEMAKER, '0.2000000000'],
  ['2026-09-12', 'serving', SAGEMAKER, '1.2000000000'],
  ['2026-10-01', 'foundation', 'AWS Key Management Service', '1.0000000000'],
  ['2026-10-31', 'foundation', S3, '0.0213470000'],
  ['2026-10-05', 'data-lake', S3, '0.1402000000'],
  ['2026-10-28', 'data-lake', S3, '0.0701000004'],
  ['2026-10-06', 'data-lake', 'Amazon Kinesis Firehose', '0.0029000000'],
  ['2026-10-05', 'data-preparation', 'AWS Glue', '0.5133333333'],
  ['2026-10-27', 'data-preparation', 'AWS Glue', '0.2566666667'],
  ['2026-10-05', 'data-preparation', 'AWS Step Functions', '0.0012500000'],
  ['2026-10-05', 'feature-store', SAGEMAKER, '0.1875000000'],
  ['2026-10-28', 'feature-store', SAGEMAKER, '0.0625000000'],
  ['2026-10-05', 'training', SAGEMAKER, '0.0921428571'],
  ['2026-10-27', 'training', SAGEMAKER, '0.0460714286'],
  ['2026-10-05', 'training', 'AWS Lambda', '0.0000004167'],
  ['2026-10-12', 'serving', SAGEMAKER, '0.4200000000'],
  ['2026-10-29', 'serving', SAGEMAKER, '1.8400000000'],
  ['2026-10-29', 'serving', 'AWS Lambda', '0.0000083334'],
  ['2026-10-29', 'serving', 'Amazon API Gateway', '0.0105000000'],
  ['2026-10-30', 'model-monitoring', SAGEMAKER, '0.3450000000'],
  ['2026-10-30', 'model-monitoring', 'AWS Lambda', '0.0004583333'],
  ['2026-10-31', 'operations', CLOUDWATCH, '0.9000000000'],
  // Carries the project and no phase.
  ['2026-10-31', '', CLOUDWATCH, '0.0300000000'],
  ['2026-11-02', 'serving', SAGEMAKER, '0.0600000000'],
];

const { project, environment } = ENVIRONMENTS.sandbox;
const SANDBOX = { 'ml:project': project, 'ml:environment': environment };
const PRODUCTION = { ...SANDBOX, 'ml:environment': ENVIRONMENTS.production.environment };

function line(day: string, service: string, amount: string, more: Partial<BilledLine> = {}): BilledLine {
  return { day, service, amount, recordType: 'Usage', tags: {}, ...more };
}

/** A bill small enough to add up by hand: two months and a begun third one, a credit, another environment, and what nobody tagged. */
export const BILL: readonly BilledLine[] = [
  ...USAGE.map(([day, phase, service, amount]) =>
    line(day, service, amount, { tags: phase === '' ? SANDBOX : { ...SANDBOX, 'ml:phase': phase } }),
  ),
  line('2026-10-31', SAGEMAKER, '-0.5000000000', {
    recordType: 'Credit',
    tags: { ...SANDBOX, 'ml:phase': 'serving' },
  }),
  line('2026-10-31', SAGEMAKER, '99.0000000000', { tags: { ...PRODUCTION, 'ml:phase': 'serving' } }),
  line('2026-10-31', 'AWS Cost Explorer', '0.0600000000'),
  line('2026-10-31', 'Amazon Elastic Compute Cloud - Compute', '12.5000000000'),
  line('2026-10-31', 'Tax', '0.4100000000', { recordType: 'Tax' }),
  line('2026-11-01', 'AWS Cost Explorer', '0.0100000000'),
];

/** Keys that bills have met, and whether they tell costs apart by them. */
export const TAG_STATES: Readonly<Record<string, 'Active' | 'Inactive'>> = {
  'ml:project': 'Active',
  'ml:environment': 'Active',
  'ml:phase': 'Active',
  'ml:owner': 'Inactive',
  'ml:cost-center': 'Inactive',
};

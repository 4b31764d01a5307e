import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CostExplorerClient } from '@aws-sdk/client-cost-explorer';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { costReview } from '../../../scripts/cost-review/cost-review';
import { reviewOptions } from '../../../scripts/cost-review/review-options';
import { givenLake, lines, logKey, outcome, prediction } from '../../lambda/model-monitoring/fake-lake';
import { stubClient } from '../../lambda/stub-client';
import { RunningService } from '../local/service/running-service';
import { drawPage } from './draw-page';

jest.setTimeout(30_000);

const NOW = '2026-11-18T09:00:00Z';
const OCTOBER = ['--env', 'sandbox', '--from', '2026-10-01', '--to', '2026-11-01'];
const VARIABLES = {
  COST_TAGS: '{"ml:project":"ml-lifecycle","ml:environment":"sandbox"}',
  PHASE_TAG: 'ml:phase',
  BILLING_VIEW: 'arn:aws:billing::111111111111:billingview/primary',
  PREDICTIONS_URI: 's3://lake/predictions/churn',
  OUTCOMES_URI: 's3://lake/outcomes/churn',
  REVIEWS_URI: 's3://lake/monitoring/churn/cost-reviews',
  SIGNAL_NAMESPACE: 'ml-lifecycle-sandbox',
};

let service: RunningService;
let costExplorer: CostExplorerClient;

beforeAll(async () => {
  service = await RunningService.start();
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  costExplorer = new CostExplorerClient({ endpoint: service.service.url, region: 'us-east-1', credentials });
});

afterAll(async () => {
  costExplorer.destroy();
  await service.close();
});

/** The deployed review over the local Cost Explorer, with 2,000 predictions about 400 customers and five outcomes. */
async function run(args: readonly string[]) {
  const options = reviewOptions(args, NOW);
  const lake = givenLake();
  const rows = Array.from({ length: 2000 }, (_, row) =>
    prediction({ recordId: `customer-${row % 400}`, predictedAt: '2026-10-10T10:00:00.000Z', decision: row < 3 }),
  );
  lake.put(`${VARIABLES.PREDICTIONS_URI}/${logKey('2026-10-10T10:00:00Z')}`, lines(rows));
  const { positive, negative } = options.dataset.target;
  const told = [positive, positive, negative, negative, positive].map((actual, row) =>
    outcome(rows[row]?.inferenceId ?? '', { actual }),
  );
  lake.put(`${VARIABLES.OUTCOMES_URI}/${logKey('2026-10-20T10:00:00Z')}`, lines(told));
  const cloudFormation = stubClient(new CloudFormationClient({}), {
    ListStackResources: ({ StackName }) => ({
      StackResourceSummaries: ['CostReviewFunction', 'TagActivationActivateTags'].map((LogicalResourceId) => ({
        LogicalResourceId,
        ResourceType: 'AWS::Lambda::Function',
        PhysicalResourceId: `${StackName}-${LogicalResourceId}`,
      })),
    }),
  });
  const lambda = stubClient(new LambdaClient({}), {
    GetFunctionConfiguration: () => ({ Environment: { Variables: VARIABLES } }),
  });
  const said: string[] = [];
  const written = new Map<string, string>();
  await costReview(options, {
    clients: { cloudFormation: cloudFormation.client, lambda: lambda.client, costExplorer, s3: lake.s3 },
    draw: drawPage,
    say: (text) => said.push(text),
    write: (file, content) => written.set(file, content),
  });
  return { said, written, lambda, json: () => JSON.parse(said[0] ?? '') };
}

test('the sums agree with the bill computed by hand, to the micro-unit', async () => {
  const review = (await run([...OCTOBER, '--json'])).json();

  // Added up from the ten decimals of the bill's lines and rounded once.
  const amount = (text: string) => ({ amount: text, currency: 'USD' });
  expect(review.total).toEqual(amount('5.439978'));
  expect(review.byKind).toEqual({
    development: amount('1.372665'),
    // 1.7705083334 + 0.3454583333: the rounded phases would add up to one micro-unit less.
    running: amount('2.115967'),
    shared: amount('1.951347'),
  });
  expect(review.byPhase.map(({ name, cost }: { name: string; cost: object }) => [name, cost])).toEqual([
    ['serving', amount('1.770508')],
    ['foundation', amount('1.021347')],
    ['operations', amount('0.900000')],
    ['data-preparation', amount('0.771250')],
    ['model-monitoring', amount('0.345458')],
    ['feature-store', amount('0.250000')],
    ['data-lake', amount('0.213200')],
    ['training', amount('0.138215')],
    ['', amount('0.030000')],
  ]);
  expect(review.byService.map(({ name, cost }: { name: string; cost: object }) => [name, cost])).toEqual([
    ['Amazon SageMaker', amount('2.493214')],
    ['AWS Key Management Service', amount('1.000000')],
    ['AmazonCloudWatch', amount('0.930000')],
    ['AWS Glue', amount('0.770000')],
    ['Amazon Simple Storage Service', amount('0.231647')],
    ['Amazon API Gateway', amount('0.010500')],
    ['Amazon Kinesis Firehose', amount('0.002900')],
    ['AWS Step Functions', amount('0.001250')],
    ['AWS Lambda', amount('0.000467')],
  ]);
  expect(review.byRecordType.value).toEqual([
    { name: 'Usage', cost: amount('5.939978') },
    { name: 'Credit', cost: amount('-0.500000') },
  ]);
  expect(review.untagged.value).toEqual([
    { name: 'Usage', cost: amount('12.560000') },
    { name: 'Tax', cost: amount('0.410000') },
  ]);
  expect(review.trend).toMatchObject({ total: { value: amount('1.550000') } });
  expect(review.estimated).toBe(false);
  expect(review.costExplorer).toEqual({ requests: 6, cost: amount('0.060000') });
});

test('what it earned is set against what it cost', async () => {
  const review = (await run([...OCTOBER, '--json'])).json();

  expect(review.use).toEqual({ predictions: { value: 2000 }, users: { value: 400 }, outcomes: { value: 5 } });
  expect(review.costPerPrediction.perThousand).toEqual({ amount: '1.057984', currency: 'USD' });
  expect(review.costPerUser.value).toEqual({ amount: '0.005290', currency: 'USD' });
  // Two found at 60, one false alarm at -20, one left alone, one missed at -60.
  expect(review.earned.value.value).toEqual({ amount: '40.000000', currency: 'USD' });
  expect(review.returnOnInvestment.value).toBeCloseTo((40 - 5.439978) / 5.439978, 9);
});

test('a month that has begun is estimated, and says so', async () => {
  const { said } = await run(['--env', 'sandbox']);

  expect(said[0]).toMatch(/2026-11-01 to 2026-11-18/);
  expect(said[0]).toMatch(/^Cost +0\.0600 USD/m);
  expect(said[0]).toMatch(/^Estimated: AWS has not closed this bill/m);
});

test('the table names every phase and service, what was spent on asking, the goal and what is untagged', async () => {
  const { said } = await run(OCTOBER);

  expect(said[0]).toMatch(/^serving +running +1\.7705 USD +1\.2000 USD$/m);
  expect(said[0]).toMatch(/^\(no phase\) +shared +0\.0300 USD +0\.0000 USD$/m);
  expect(said[0]).toMatch(/^Credit +-0\.5000 USD$/m);
  expect(said[0]).toMatch(/^Development +1\.3727 USD {2}39\.3 % of development and running together$/m);
  expect(said[0]).toMatch(/^This review +0\.0600 USD +6 requests to Cost Explorer$/m);
  expect(said[0]).toMatch(/^The goal: an AUC of 0\.8 at least; in USD, a true positive is worth 60,/m);
  expect(said[0]).toMatch(/may be somebody else's: Usage 12\.5600 USD, Tax 0\.4100 USD\.$/m);
});

test('the page needs no network, and is the same twice', async () => {
  const [first, second] = [
    await run([...OCTOBER, '--page', 'out/review.html']),
    await run([...OCTOBER, '--page', 'out/review.html']),
  ];
  const page = first.written.get('out/review.html') ?? '';

  expect(first.said.at(-1)).toBe('page: out/review.html');
  expect(page).toContain('<section id="phases">');
  expect(page).toContain('1.7705 USD');
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  expect(second.written.get('out/review.html')).toBe(page);
});

test('the deployed review says where to look', async () => {
  const { lambda } = await run(OCTOBER);

  expect(lambda.sent).toEqual([
    {
      command: 'GetFunctionConfiguration',
      input: { FunctionName: 'ml-lifecycle-sandbox-governance-CostReviewFunction' },
    },
  ]);
});

test('a wrong day or option is answered with the usage', () => {
  expect(() => reviewOptions(['--from', 'October'], NOW)).toThrow(/"October" is no day[\s\S]*npm run cost:review/);
  expect(() => reviewOptions(['--form', '2026-10-01'], NOW)).toThrow(/npm run cost:review/);
});

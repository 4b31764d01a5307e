import { GetRegionOptStatusCommand } from '@aws-sdk/client-account';
import {
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  DescribeTypeCommand,
} from '@aws-sdk/client-cloudformation';
import { GetDatabaseCommand } from '@aws-sdk/client-glue';
import { GetRoleCommand, ListAttachedRolePoliciesCommand, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam';
import { DescribeEndpointCommand, ListMonitoringSchedulesCommand } from '@aws-sdk/client-sagemaker';
import { ListAWSDefaultServiceQuotasCommand, ListServiceQuotasCommand } from '@aws-sdk/client-service-quotas';
import { GetParameterCommand } from '@aws-sdk/client-ssm';
import { ask } from '../../../scripts/preflight/ask';
import { blocks } from '../../../scripts/preflight/finding';
import { inWords } from '../../../scripts/preflight/in-words';
import { QUESTIONS } from '../../../scripts/preflight/questions';
import { quotaNeeds } from '../../../scripts/preflight/quota-needs';
import { ASSEMBLIES } from '../../proof/broken';
import { ACCOUNT, failure, place, readyAccount } from './ready-account';

const ANA = `arn:aws:iam::${ACCOUNT}:user/teams/ana`;
let account: ReturnType<typeof readyAccount>;

beforeEach(() => {
  account = readyAccount();
});
afterEach(() => {
  for (const mock of Object.values(account)) mock.restore();
});

/** As a mocked client keeps what was sent. */
type Called = { readonly args: readonly [object] };
const namesOf = (mock: { calls(): Called[] }) => mock.calls().map(({ args: [command] }) => command.constructor.name);
const asked = () => ask(QUESTIONS, place(), ANA);
const of = async (question: string) => (await asked()).filter((each) => each.question === question);

test('an account that is ready has nothing to mend', async () => {
  expect(await asked()).toEqual([]);
});

test('every call only reads', async () => {
  await asked();

  const names = Object.values(account).flatMap((mock) => namesOf(mock as { calls(): Called[] }));
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name) => !/^(Get|List|Describe|Head|Simulate)/.test(name))).toEqual([]);
});

test('who may ask nothing gets a finding for each question that asks, and never an error', async () => {
  for (const mock of Object.values(account)) {
    mock.reset();
    (mock as unknown as typeof account.ssm).onAnyCommand().rejects(failure('AccessDeniedException'));
  }

  const findings = await asked();

  expect(findings.map(({ question }) => question).sort()).toEqual(
    QUESTIONS.filter(({ id, needs }) => needs.length > 0 && !NOTHING_TO_ASK.includes(id))
      .map(({ id }) => id)
      .sort(),
  );
  for (const { severity, message, command } of findings) {
    expect(severity).toBe('to-know');
    expect(message).toMatch(/^could not be asked: AWS refused .*it needs \w/);
    expect(command).toBe(
      'aws iam put-user-policy --user-name ana --policy-name preflight --policy-document file://docs/deploy-policy/preflight.json',
    );
  }
  expect(findings.some(blocks)).toBe(false);
});
// No template of ours fixes such a name.
const NOTHING_TO_ASK = ['names-taken of AWS::S3::Bucket', 'names-taken of AWS::Logs::LogGroup'];

test('a missing right names itself', async () => {
  account.ssm.on(GetParameterCommand).rejects(failure('AccessDeniedException'));

  expect(await of('bootstrap-version')).toEqual([
    expect.objectContaining({ message: expect.stringContaining('it needs ssm:GetParameter') }),
  ]);
});

test.each([
  ['ThrottlingException', 'Rate exceeded', /AWS throttled it/],
  ['TooManyRequestsException', 'slow down', /AWS throttled it/],
  ['Error', 'getaddrinfo ENOTFOUND servicequotas.us-east-1.amazonaws.com', /no way to it/],
  ['ServiceException', 'Something went wrong.', /ServiceException: Something went wrong/],
])('%s leaves a question open', async (name, message, words) => {
  account.quotas.on(ListServiceQuotasCommand).rejects(failure(name, message));

  expect(await of('quotas')).toEqual([
    { question: 'quotas', severity: 'to-know', message: expect.stringMatching(words) },
  ]);
});

test('a region that is not switched on stops the deploy', async () => {
  account.account.on(GetRegionOptStatusCommand).resolves({ RegionOptStatus: 'DISABLED' });

  expect(await of('region-enabled')).toEqual([
    expect.objectContaining({
      severity: 'blocks-deploy',
      command: 'aws account enable-region --region-name us-east-1',
    }),
  ]);
});

test('an account without a bootstrap is told how', async () => {
  account.ssm.on(GetParameterCommand).rejects(failure('ParameterNotFound', 'UnknownError'));
  account.iam.on(GetRoleCommand).rejects(failure('NoSuchEntityException'));

  const findings = await asked();

  expect(findings).toEqual([
    expect.objectContaining({ severity: 'blocks-deploy', command: `npx cdk bootstrap aws://${ACCOUNT}/us-east-1` }),
  ]);
});

test('a new account, without quotas that were ever touched, is told each that is too small by the default', async () => {
  const needs = quotaNeeds(ASSEMBLIES.sandbox);
  account.quotas
    .on(ListServiceQuotasCommand)
    .resolves({ Quotas: [] })
    .on(ListAWSDefaultServiceQuotasCommand)
    .callsFake(({ ServiceCode, NextToken }: { ServiceCode: string; NextToken?: string }) => {
      const mine = needs.filter(({ service }) => service === ServiceCode);
      const page = NextToken ? mine.slice(2) : mine.slice(0, 2);
      return {
        Quotas: page.map(({ quota }) => ({ QuotaName: quota, QuotaCode: 'L-1', Value: 0 })),
        ...(!NextToken && { NextToken: 'more' }),
      };
    });

  const found = await of('quotas');

  expect(found).toHaveLength(needs.length);
  const stopped = found.filter(blocks);
  expect(stopped.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('"ml.m5.large for training job usage" is by default 0'),
  );
  // Parked, so that nothing of the first pass needs it.
  expect(stopped.some(({ message }) => message.includes('endpoint usage'))).toBe(false);
});

test("what a stranger's resource has the name of is told; our own is not", async () => {
  const endpoint = 'ml-lifecycle-sandbox-serverless';
  account.sageMaker.on(DescribeEndpointCommand, { EndpointName: endpoint }).resolves({ EndpointName: endpoint });
  account.glue.on(GetDatabaseCommand).resolves({ Database: { Name: 'ml_lifecycle_sandbox' } });
  account.cloudFormation.on(DescribeStackResourcesCommand, { StackName: 'ml-lifecycle-sandbox-data-lake' }).resolves({
    StackResources: [resource('ml_lifecycle_sandbox')],
  });

  const found = (await asked()).filter(({ question }) => question.startsWith('names-taken'));

  expect(found).toEqual([
    expect.objectContaining({
      severity: 'blocks-first-pass',
      command: `aws sagemaker delete-endpoint --endpoint-name ${endpoint}`,
    }),
  ]);
});

const resource = (PhysicalResourceId: string) => ({
  LogicalResourceId: 'x',
  PhysicalResourceId,
  ResourceType: 'x',
  Timestamp: new Date(0),
  ResourceStatus: 'CREATE_COMPLETE' as const,
});

test('a stack that only can be deleted stops the deploy', async () => {
  account.cloudFormation.on(DescribeStacksCommand, { StackName: 'ml-lifecycle-sandbox-training' }).resolves({
    Stacks: [{ StackName: 'x', StackStatus: 'ROLLBACK_COMPLETE', CreationTime: new Date(0) }],
  });

  expect(await of('stack-states')).toEqual([
    expect.objectContaining({ severity: 'blocks-deploy', command: expect.stringContaining('delete-stack') }),
  ]);
});

test('a type that the region lacks stops the deploy', async () => {
  account.cloudFormation
    .on(DescribeTypeCommand, { TypeName: 'AWS::SageMaker::FeatureGroup' })
    .rejects(failure('TypeNotFoundException', 'The type does not exist.'));

  expect(await of('resource-types-known')).toEqual([
    expect.objectContaining({
      message: expect.stringContaining('does not offer AWS::SageMaker::FeatureGroup in us-east-1'),
    }),
  ]);
});

test("CloudFormation's role is asked about what the templates need when it is no administrator", async () => {
  account.iam.on(ListAttachedRolePoliciesCommand).resolves({ AttachedPolicies: [] });
  account.iam.on(SimulatePrincipalPolicyCommand).callsFake(({ ActionNames }: { ActionNames: string[] }) => ({
    EvaluationResults: ActionNames.map((EvalActionName) => ({
      EvalActionName,
      EvalDecision: EvalActionName === 'sagemaker:CreateFeatureGroup' ? 'implicitDeny' : 'allowed',
    })),
  }));

  expect(await of('execution-role')).toEqual([
    expect.objectContaining({
      severity: 'blocks-deploy',
      message: expect.stringContaining('may not sagemaker:CreateFeatureGroup'),
    }),
  ]);
});

test('Model Monitor that is refused is told, and stops nothing', async () => {
  account.sageMaker
    .on(ListMonitoringSchedulesCommand)
    .rejects(failure('ValidationException', 'Model Monitor is not available to new customers.'));

  const [found] = await of('model-monitor');

  expect(found).toMatchObject({ severity: 'to-know', message: expect.stringContaining('closed to this account') });
});

test('what blocks comes first, and the last line counts', async () => {
  account.account.on(GetRegionOptStatusCommand).resolves({ RegionOptStatus: 'DISABLED' });
  account.quotas.on(ListServiceQuotasCommand).rejects(failure('ThrottlingException', 'Rate exceeded'));

  const text = inWords(await asked(), QUESTIONS.length);

  expect(text.split('\n')[0]).toMatch(/^BLOCKS THE DEPLOY {2}region-enabled: /);
  expect(text.split('\n').at(-1)).toBe(`${QUESTIONS.length} questions, 1 unanswered, 2 findings, 1 block`);
});

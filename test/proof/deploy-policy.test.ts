import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrapAssembly } from '../../scripts/preflight/policies/bootstrap-assembly';
import { executionStatements } from '../../scripts/preflight/policies/execution';
import { POLICY_FOLDER, policyFiles } from '../../scripts/preflight/policies/policy-files';
import { rightsOfTypes } from '../../scripts/preflight/policies/rights-of-types';
import { LARGEST, policiesOf, sizeOf } from '../../scripts/preflight/policies/statement';
import { HANDLERS } from '../../scripts/proof/facts/handler-rights';
import { decide } from '../../scripts/proof/iam/decide';
import { actionsLike } from '../../scripts/proof/iam/service-reference';
import { type Statement, statementsOf } from '../../scripts/proof/iam/statement';
import { withResources } from '../../scripts/proof/read-assembly';
import { ASSEMBLIES } from './broken';
import CALLS from './deploy-calls.json';

const PROJECT = join(__dirname, '..', '..');
const FOLDER = join(PROJECT, POLICY_FOLDER);
const RECORD = join(PROJECT, '.local', 'test-lifecycle', 'access.jsonl');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const bootstrap = bootstrapAssembly();

const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
const statements = (...names: readonly string[]): Statement[] =>
  names.flatMap((name) => statementsOf(read(name), String));
const execution = statements(...files.filter((name) => name.startsWith('cloudformation-')));
const person = statements('bootstrap.json', 'deploy.json');

/** A decision of the emulator's IAM. */
interface Call {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
}

/** What was called while bootstrap and deploy ran: up to the last time that the person became one of their roles. */
function recorded(): readonly Call[] {
  const all = readFileSync(RECORD, 'utf8').trim().split('\n');
  const calls = all.map((line) => JSON.parse(line) as Call);
  const last = calls.findLastIndex(
    ({ action, principal }) => action === 'sts:AssumeRole' && principal.endsWith(':root'),
  );
  return calls.slice(0, last + 1);
}

// The run subscribes a mailbox of its own to what the operators hear, while the last stacks are deployed.
const OF_THE_RUN = /operators-mailbox|^sns:Subscribe |^cloudformation:DescribeStackResources /;
// Needs no right at all (IAM user guide, "GetCallerIdentity").
const NEEDS_NOTHING = 'sts:GetCallerIdentity';

/** Calls of a deployment that no policy of the folder allows, each once. */
function refused(calls: readonly Call[], ofPerson = person, ofCloudFormation = execution): string[] {
  const found = calls
    .filter(({ principal }) => principal.endsWith(':root'))
    .filter(({ action, resource }) => action !== NEEDS_NOTHING && !OF_THE_RUN.test(`${action} ${resource}`))
    // The emulator makes a feature group's table in the person's name; on AWS that is CloudFormation's role.
    .filter(
      (call) =>
        decide({ ...call, statements: call.action.startsWith('glue:') ? ofCloudFormation : ofPerson }) !== 'allowed',
    )
    .map(({ action, resource }) => `${action} ${resource}`);
  return [...new Set(found)];
}

/** What the bootstrap's roles may do, with what the CLI fills in as the local run has it. */
function bootstrapRole(name: string): Statement[] {
  const filled = JSON.stringify(bootstrap.stacks[0]?.template)
    .replace(/\$\{Qualifier\}/g, 'hnb659fds')
    .replace(/\$\{AWS::Partition\}/g, 'aws')
    .replace(/\$\{AWS::AccountId\}/g, '111111111111')
    .replace(/\$\{AWS::Region\}/g, 'us-east-1')
    .replace(/\$\{StagingBucket.Arn\}/g, 'arn:aws:s3:::cdk-hnb659fds-assets-111111111111-us-east-1')
    .replace(/\$\{CdkBootstrapVersion\}/g, '/cdk-bootstrap/hnb659fds/version');
  // biome-ignore lint/suspicious/noExplicitAny: the template is the CDK's own
  const { Resources } = JSON.parse(filled) as { Resources: Record<string, { Type: string; Properties: any }> };
  const text = (value: unknown) => String((value as { 'Fn::Sub'?: string })['Fn::Sub'] ?? value);
  const [id = '', role] =
    Object.entries(Resources).find(([, { Properties }]) => text(Properties.RoleName ?? '').includes(name)) ?? [];
  const inline = (role?.Properties.Policies ?? []) as { PolicyDocument: unknown }[];
  const attached = Object.values(Resources)
    .filter(({ Type, Properties }) => Type === 'AWS::IAM::Policy' && Properties.Roles[0].Ref === id)
    .map(({ Properties }) => Properties);
  return [...inline, ...attached].flatMap(({ PolicyDocument }) => statementsOf(PolicyDocument, text));
}

// AWS's own policy AWSCloudFormationReadOnlyAccess, which the deploy role has besides.
const READ_STACKS = statementsOf(
  {
    Statement: {
      Effect: 'Allow',
      Action: ['cloudformation:Describe*', 'cloudformation:Get*', 'cloudformation:List*'],
      Resource: '*',
    },
  },
  String,
);

/** Calls that the bootstrap's roles made and do not allow. */
function refusedToRoles(calls: readonly Call[]): string[] {
  const context = { 'aws:ResourceAccount': '111111111111' };
  return calls.flatMap(({ principal, action, resource }) => {
    const [, role] = /assumed-role\/cdk-hnb659fds-([a-z-]+-role)-/.exec(principal) ?? [];
    if (role === undefined) return [];
    return decide({ statements: ROLES[role] ?? [], action, resource, context }) === 'allowed'
      ? []
      : [`${role}: ${action} ${resource}`];
  });
}
const ROLES: Readonly<Record<string, Statement[]>> = {
  'deploy-role': [...bootstrapRole('deploy-role'), ...READ_STACKS],
  'file-publishing-role': bootstrapRole('file-publishing-role'),
};

test('the policies are those that the templates and the bootstrap ask for', () => {
  const wanted = policyFiles(Object.values(ASSEMBLIES), bootstrap);

  expect(files.sort()).toEqual(Object.keys(wanted).sort());
  for (const [name, text] of Object.entries(wanted))
    expect({ name, policy: read(name) }).toEqual({ name, policy: JSON.parse(text) });
});

test('IAM takes each of them', () => {
  for (const name of files) expect(sizeOf(read(name))).toBeLessThanOrEqual(LARGEST);
});

test('they name no action that AWS does not know', () => {
  const named = [...execution, ...person, ...statements('preflight.json')].flatMap(({ actions }) => actions.of);
  expect(named.filter((action) => actionsLike(action).length === 0)).toEqual([]);
});

test('so does the table of what types need', () => {
  const named = Object.values(HANDLERS).flatMap(({ always, when = {} }) =>
    [always, ...Object.values(when)].flatMap((names) =>
      Object.entries(names).flatMap(([service, each]) => each.split(' ').map((name) => `${service}:${name}`)),
    ),
  );
  expect(named.length).toBeGreaterThan(300);
  expect(named.filter((action) => actionsLike(action).length === 0)).toEqual([]);
});

test('they allow nothing by a wildcard for all of a service, and nothing that is not meant', () => {
  const all = [...execution, ...person];
  expect(all.flatMap(({ actions }) => actions.of).filter((action) => /^\*|:\*$/.test(action))).toEqual([]);
  const allowed = (action: string, resource: string, context = {}) =>
    decide({ statements: execution, action, resource, context }) === 'allowed';
  const role = 'arn:aws:iam::111122223333:role/ml-lifecycle-sandbox-training-Role1';
  expect(allowed('iam:CreateRole', role)).toBe(true);
  expect(allowed('iam:CreateRole', 'arn:aws:iam::111122223333:role/admin')).toBe(false);
  expect(allowed('iam:CreateUser', 'arn:aws:iam::111122223333:user/ml-lifecycle-x')).toBe(false);
  expect(allowed('iam:PassRole', role, { 'iam:PassedToService': 'lambda.amazonaws.com' })).toBe(true);
  expect(allowed('iam:PassRole', role, { 'iam:PassedToService': 'ec2.amazonaws.com' })).toBe(false);
  const attached = { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' };
  expect(allowed('iam:AttachRolePolicy', role, attached)).toBe(false);
  expect(allowed('s3:DeleteBucket', 'arn:aws:s3:::somebody-elses')).toBe(false);
  expect(
    allowed('sagemaker:DeleteEndpoint', 'arn:aws:sagemaker:us-east-1:1:endpoint/ml-lifecycle-sandbox-real-time'),
  ).toBe(true);
  expect(allowed('sagemaker:DeleteEndpoint', 'arn:aws:sagemaker:us-east-1:1:endpoint/other')).toBe(false);
});

test('what the deployment into the emulator called is allowed', () => {
  expect(refused(CALLS)).toEqual([]);
  expect(refusedToRoles(CALLS)).toEqual([]);
  expect(new Set(CALLS.map(({ principal }) => principal)).size).toBe(3);
});

(existsSync(RECORD) ? test : test.skip)('so is what the last local run called', () => {
  const calls = recorded();
  expect(calls.length).toBeGreaterThan(100);
  expect(refused(calls)).toEqual([]);
  expect(refusedToRoles(calls)).toEqual([]);
});

test('a call that they lack is found', () => {
  const [bootstrapOnly, deployOnly] = [statements('bootstrap.json'), statements('deploy.json')];
  expect(refused(CALLS, bootstrapOnly)).toContainEqual(expect.stringMatching(/^sts:AssumeRole .*deploy-role/));
  expect(refused(CALLS, deployOnly)).toContainEqual(
    expect.stringMatching(/^cloudformation:CreateChangeSet .*CDKToolkit/),
  );
  expect(refused(CALLS, person, [])).toContainEqual(expect.stringMatching(/^glue:CreateTable /));
  const publisher = CALLS.find(({ principal }) => principal.includes('file-publishing')) ?? {
    principal: '',
    resource: '',
  };
  expect(refusedToRoles([{ ...publisher, action: 's3:DeleteBucket' }])).toHaveLength(1);
});

test('a type of which nobody knows what it needs is an error, not a gap', () => {
  const stack = withResources({
    id: 'New',
    name: 'ml-lifecycle-sandbox-new',
    region: 'us-east-1',
    terminationProtection: false,
    template: { Resources: { One: { Type: 'AWS::Kinesis::Stream', Properties: {} } } },
  });
  const assembly = { folder: '', stacks: [stack] };
  expect(rightsOfTypes(assembly).unknown).toEqual(['AWS::Kinesis::Stream']);
  expect(() => executionStatements(assembly)).toThrow(/what CloudFormation does for AWS::Kinesis::Stream/);
});

test('what a property needs is asked for when it is set', () => {
  const bucket = (Properties: Record<string, unknown>) => {
    const template = { Resources: { One: { Type: 'AWS::S3::Bucket', Properties } } };
    const stack = { id: 'S', name: 'p-e-s', region: 'us-east-1', terminationProtection: false, template };
    return [...rightsOfTypes({ folder: '', stacks: [withResources(stack)] }).actions.keys()];
  };
  expect(bucket({})).not.toContain('s3:PutReplicationConfiguration');
  expect(bucket({ ReplicationConfiguration: { Role: 'x' } })).toContain('s3:PutReplicationConfiguration');
});

test('statements that fit in no policy are told, those that fit in one are not split over two', () => {
  const long = (size: number) => ({ actions: ['s3:GetObject'], resources: ['x'.repeat(size)] });
  expect(policiesOf([long(3000), long(2000)])).toHaveLength(1);
  expect(policiesOf([long(4000), long(4000)])).toHaveLength(2);
  expect(() => policiesOf([long(LARGEST)])).toThrow(/no policy holds/);
});

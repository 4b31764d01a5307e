import { judgeLogRole } from '../../../scripts/preflight/api-log-role';
import { judgeBootstrap } from '../../../scripts/preflight/bootstrap-version';
import { judgeBudgets } from '../../../scripts/preflight/budget-rights';
import { judgeTags } from '../../../scripts/preflight/cost-tags-active';
import { judgeExecution } from '../../../scripts/preflight/execution-role';
import { judgeQuotas, nameOf } from '../../../scripts/preflight/judge-quotas';
import { judgeSettings } from '../../../scripts/preflight/lake-formation';
import { judgeConcurrency } from '../../../scripts/preflight/lambda-concurrency';
import { judgeMonitor } from '../../../scripts/preflight/model-monitor';
import { judgeNames } from '../../../scripts/preflight/names-taken';
import { notAsked } from '../../../scripts/preflight/not-asked';
import { judgePayer } from '../../../scripts/preflight/payer';
import type { QuotaNeed } from '../../../scripts/preflight/quota-needs';
import { judgeRegion } from '../../../scripts/preflight/region-enabled';
import { judgeRoles } from '../../../scripts/preflight/roles-room';
import { judgeState } from '../../../scripts/preflight/stack-states';
import { judgeCredentials } from '../../../scripts/preflight/who-asks';

describe('a region', () => {
  test.each(['ENABLED', 'ENABLED_BY_DEFAULT'])('that is %s is fine', (status) => {
    expect(judgeRegion('eu-west-1', status)).toEqual([]);
  });

  test.each(['DISABLED', 'DISABLING', 'ENABLING', undefined])('that is %s is not', (status) => {
    expect(judgeRegion('af-south-1', status)).toMatchObject([{ severity: 'blocks-deploy' }]);
  });
});

describe('a bootstrap', () => {
  const bootstrap = { parameter: '/cdk-bootstrap/hnb659fds/version', least: 8 };

  test.each(['8', '33'])('of version %s is enough for 8', (version) => {
    expect(judgeBootstrap(bootstrap, version, 'aws://1/us-east-1')).toEqual([]);
  });

  test.each([
    ['7', /version 7; the templates need 8/],
    ['none', /version none/],
    [undefined, /is not bootstrapped/],
  ])('of version %s is not', (version, words) => {
    const [found] = judgeBootstrap(bootstrap, version, 'aws://1/us-east-1');
    expect(found).toMatchObject({ severity: 'blocks-deploy', command: 'npx cdk bootstrap aws://1/us-east-1' });
    expect(found?.message).toMatch(words);
  });
});

describe('a stack', () => {
  test.each([undefined, 'REVIEW_IN_PROGRESS', 'CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'])(
    'in state %s takes a deploy',
    (status) => {
      expect(judgeState('training', status, 'us-east-1')).toEqual([]);
    },
  );

  test.each([
    ['UPDATE_IN_PROGRESS', /wait/],
    ['ROLLBACK_COMPLETE', /delete-stack/],
    ['DELETE_FAILED', /delete-stack/],
    ['UPDATE_ROLLBACK_FAILED', /continue-update-rollback/],
  ])('in state %s does not', (status, command) => {
    expect(judgeState('training', status, 'us-east-1')).toEqual([
      expect.objectContaining({ severity: 'blocks-deploy', command: expect.stringMatching(command) }),
    ]);
  });
});

describe("API Gateway's role to log with", () => {
  const OTHER = 'arn:aws:iam::111122223333:role/apigateway-logs';

  test('is no matter when no stage logs', () => {
    expect(judgeLogRole({ logs: false }, undefined)).toEqual([]);
  });

  test('has to be there when no template sets it', () => {
    expect(judgeLogRole({ logs: true }, OTHER)).toEqual([]);
    expect(judgeLogRole({ logs: true }, undefined)).toMatchObject([{ severity: 'blocks-deploy' }]);
  });

  test("is told when a template takes somebody else's away, and can be put back", () => {
    const wants = { logs: true, setBy: 'ml-lifecycle-sandbox-prediction' };
    expect(judgeLogRole(wants, undefined)).toEqual([]);
    expect(judgeLogRole(wants, 'arn:aws:iam::1:role/ml-lifecycle-sandbox-prediction-Role1-X')).toEqual([]);
    expect(judgeLogRole(wants, OTHER)).toEqual([
      expect.objectContaining({ severity: 'to-know', command: expect.stringContaining(`value=${OTHER}`) }),
    ]);
  });
});

describe('Lake Formation', () => {
  const all = [{ Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL' as const] }];
  const ready = { CreateDatabaseDefaultPermissions: all, CreateTableDefaultPermissions: all };

  test('leaves Glue to IAM while new databases and tables are everybody’s', () => {
    expect(judgeSettings(ready)).toEqual([]);
  });

  test.each([
    ['databases', { ...ready, CreateDatabaseDefaultPermissions: [] }],
    ['tables', { ...ready, CreateTableDefaultPermissions: [{ ...all[0], Permissions: ['SELECT' as const] }] }],
    ['databases and tables', {}],
  ])('that keeps new %s to itself stops the first pass', (what, settings) => {
    expect(judgeSettings(settings)).toEqual([
      expect.objectContaining({
        severity: 'blocks-first-pass',
        message: expect.stringContaining(`keeps new ${what} to`),
      }),
    ]);
  });

  test('is mended without losing its administrators', () => {
    const DataLakeAdmins = [{ DataLakePrincipalIdentifier: 'arn:aws:iam::1:role/admin' }];
    const [found] = judgeSettings({ DataLakeAdmins });
    const sent = JSON.parse(/'(.*)'/.exec(found?.command ?? '')?.[1] ?? '');
    expect(sent).toEqual({ DataLakeAdmins, ...ready });
  });
});

describe('quotas', () => {
  const need: QuotaNeed = {
    service: 'sagemaker',
    quota: 'ml.m5.large for endpoint usage',
    least: 1,
    wanted: 4,
    fails: 'the endpoint',
  };
  const judged = (value: number) =>
    judgeQuotas({ region: 'us-east-1', needs: [need], have: new Map([[nameOf(need), { code: 'L-61F4E8A2', value }]]) });

  test('that are large enough are not told', () => {
    expect(judged(4)).toEqual([]);
  });

  test('block when the first pass needs more, and are only told when what comes later does', () => {
    expect(judged(0)).toMatchObject([{ severity: 'blocks-first-pass' }]);
    expect(judged(1)).toMatchObject([{ severity: 'to-know' }]);
  });

  test('are asked for by code, value and region', () => {
    expect(judged(0)[0]?.command).toBe(
      'aws service-quotas request-service-quota-increase --service-code sagemaker --quota-code L-61F4E8A2 --desired-value 4 --region us-east-1',
    );
  });

  test('that AWS does not list stay open', () => {
    expect(judgeQuotas({ region: 'us-east-1', needs: [need], have: new Map() })).toMatchObject([
      { severity: 'to-know' },
    ]);
  });
});

test('Lambda that runs too few functions at once is told, and blocks only when it runs none', () => {
  expect(judgeConcurrency('us-east-1', 15, 1000)).toEqual([]);
  expect(judgeConcurrency('us-east-1', 15, 10)).toMatchObject([{ severity: 'to-know' }]);
  expect(judgeConcurrency('us-east-1', 15, 0)).toMatchObject([{ severity: 'blocks-first-pass' }]);
});

test('roles for which IAM has no room stop the deploy', () => {
  expect(judgeRoles({ needed: 38, roles: 962, quota: 1000 })).toEqual([]);
  expect(judgeRoles({ needed: 38, roles: 963, quota: 1000 })).toMatchObject([{ severity: 'blocks-deploy' }]);
});

test('a linked account is told who pays; one that pays, or is in no organization, is not', () => {
  expect(judgePayer('111122223333', undefined)).toEqual([]);
  expect(judgePayer('111122223333', '111122223333')).toEqual([]);
  expect(judgePayer('111122223333', '444455556666')).toMatchObject([
    { severity: 'to-know', message: expect.stringContaining('444455556666 pays for it') },
  ]);
});

test('an account without a budget is told', () => {
  expect(judgeBudgets('111122223333', 1)).toEqual([]);
  expect(judgeBudgets('111122223333', 0)).toMatchObject([{ severity: 'costs' }]);
});

test('cost tags are activated only once billing has met them', () => {
  const wanted = ['ml:phase', 'ml:project'];
  expect(judgeTags({ wanted, seen: wanted, active: wanted })).toEqual([]);
  expect(judgeTags({ wanted, seen: ['ml:phase'], active: [] })).toEqual([
    expect.objectContaining({ command: expect.stringContaining('TagKey=ml:phase,Status=Active') }),
    { severity: 'to-know', message: expect.stringContaining('has not met ml:project') },
  ]);
});

test('no schedule proves nothing about Model Monitor, and it says so', () => {
  expect(judgeMonitor(3)).toEqual([]);
  expect(judgeMonitor(0)[0]?.message).toContain('cannot be asked');
  expect(judgeMonitor(new Error('not for new customers'))[0]?.message).toContain('not for new customers');
});

test('a name that is taken stops what comes first: the deploy, or only the first pass', () => {
  const taken = { type: 'AWS::Glue::Database', name: 'lake', stack: 'data-lake', later: false };
  const judged = (ours: string[], later = false) => judgeNames([{ ...taken, later }], ours, (name) => `rm ${name}`);
  expect(judged(['lake'])).toEqual([]);
  expect(judged(['arn:aws:glue:us-east-1:1:database/lake'])).toEqual([]);
  expect(judged(['another-lake'])).toMatchObject([{ severity: 'blocks-deploy', command: 'rm lake' }]);
  expect(judged([], true)).toMatchObject([{ severity: 'blocks-first-pass' }]);
});

test("what CloudFormation's role may not do is told, shortly", () => {
  expect(judgeExecution([])).toEqual([]);
  const actions = ['a:A', 'b:B', 'c:C', 'd:D', 'e:E', 'f:F', 'f:F'];
  expect(judgeExecution(actions)[0]?.message).toMatch(/may not a:A, b:B, c:C, d:D, e:E and 1 more$/);
});

describe('credentials', () => {
  test.each([
    ['CredentialsProviderError', 'Could not load credentials from any providers', /no credentials/],
    ['ExpiredTokenException', 'The security token included in the request is expired', /does not take/],
    ['InvalidClientTokenId', 'The security token included in the request is invalid.', /region is not enabled/],
    ['TimeoutError', 'connect ETIMEDOUT', /nobody can be asked/],
  ])('%s is told', (name, message, words) => {
    const found = judgeCredentials(Object.assign(new Error(message), { name }), 'ap-east-1');
    expect(found).toMatchObject({ severity: 'blocks-deploy', message: expect.stringMatching(words) });
  });
});

describe('who may not ask', () => {
  const command = (principal: string) =>
    notAsked({ needs: ['ssm:GetParameter'], error: { name: 'AccessDenied', message: 'no' }, principal }).command;

  test('is told how to let the role ask', () => {
    expect(command('arn:aws:sts::1:assumed-role/deployer/ana')).toContain('put-role-policy --role-name deployer ');
  });

  test('is sent to whoever grants, where a role can only be changed elsewhere', () => {
    expect(command('arn:aws:sts::1:assumed-role/AWSReservedSSO_Dev_1/ana')).toMatch(/^let whoever grants /);
    expect(command('arn:aws:iam::1:root')).toMatch(/^let whoever grants /);
  });

  test.each([undefined, null, 'text', {}, new Error('')])('is told something whatever was thrown: %p', (error) => {
    expect(notAsked({ needs: [], error, principal: '' }).message).toMatch(/^could not be asked: \S/);
  });
});

import { type Placed, resources, SYNTHESIZED } from '../synthesized';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** Actions for which IAM knows no resource, and why we need them; everything else names what it touches. */
const ON_EVERYTHING: Readonly<Record<string, string>> = {
  'cloudwatch:PutMetricData': 'confined by its namespace',
  'cloudwatch:GetMetricStatistics': 'a metric has no ARN; it only reads',
  'ce:ListCostAllocationTags': 'keys of the whole account; it only reads',
  'ce:UpdateCostAllocationTagsStatus': 'keys of the whole account; the function asks for ours',
  'ecr:GetAuthorizationToken': 'one token for the whole registry',
  'xray:PutTraceSegments': 'traces of a state machine',
  'xray:PutTelemetryRecords': 'traces of a state machine',
  'xray:GetSamplingRules': 'traces of a state machine',
  'xray:GetSamplingTargets': 'traces of a state machine',
  'logs:CreateLogDelivery': 'logs of a state machine',
  'logs:GetLogDelivery': 'logs of a state machine',
  'logs:UpdateLogDelivery': 'logs of a state machine',
  'logs:DeleteLogDelivery': 'logs of a state machine',
  'logs:ListLogDeliveries': 'logs of a state machine',
  'logs:PutResourcePolicy': 'logs of a state machine',
  'logs:DescribeResourcePolicies': 'logs of a state machine',
  'logs:DescribeLogGroups': 'logs of a state machine',
};

/** API Gateway takes one role for the logs of a whole account, the one that its manual describes. */
const ACCOUNT_LOG_ROLE = /^ApiCloudWatchRole/;

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

function statements(templates: Parameters<typeof resources>[0]): { place: string; statement: Statement }[] {
  const policies = resources(templates).filter(({ Type }) => /^AWS::IAM::(Managed)?Policy$/.test(Type));
  const inline = resources(templates, 'AWS::IAM::Role').flatMap((role) =>
    list(role.Properties.Policies ?? []).map(
      (policy): Placed => ({ ...role, Properties: policy as Record<string, unknown> }),
    ),
  );
  return [...policies, ...inline].flatMap(({ stack, logicalId, Properties }) =>
    (Properties.PolicyDocument as { Statement: Statement[] }).Statement.map((statement) => ({
      place: `${stack}/${logicalId}`,
      statement,
    })),
  );
}

test('every exception that lets everything be the resource is still needed somewhere', () => {
  const used = SYNTHESIZED.flatMap(({ templates }) => statements(templates)).flatMap(({ statement }) =>
    statement.Effect === 'Allow' && list(statement.Resource).includes('*') ? list(statement.Action) : [],
  );
  expect(Object.keys(ON_EVERYTHING).filter((action) => !used.includes(action))).toEqual([]);
});

describe.each(SYNTHESIZED)('in $environment', ({ templates }) => {
  const allowed = statements(templates).filter(({ statement }) => statement.Effect === 'Allow');

  test('no role may do everything of a service', () => {
    const wide = allowed.filter(({ statement }) =>
      list(statement.Action).some((action) => /^(\*|[a-z0-9-]+:\*)$/.test(action)),
    );
    expect(wide).toEqual([]);
  });

  test('everything is the resource only where IAM knows none', () => {
    const wide = allowed.filter(
      ({ statement }) =>
        list(statement.Resource).includes('*') && list(statement.Action).some((action) => !(action in ON_EVERYTHING)),
    );
    expect(wide).toEqual([]);
  });

  test('our own namespace confines every signal', () => {
    const loose = allowed.filter(
      ({ statement }) =>
        list(statement.Action).includes('cloudwatch:PutMetricData') &&
        !JSON.stringify(statement.Condition ?? {}).includes('cloudwatch:namespace'),
    );
    expect(loose).toEqual([]);
  });

  test('a role is passed by name and to one service', () => {
    const passes = allowed.filter(({ statement }) => list(statement.Action).includes('iam:PassRole'));
    expect(passes.length).toBeGreaterThan(0);
    for (const { statement } of passes) {
      expect(list(statement.Resource)).toEqual([{ 'Fn::GetAtt': [expect.any(String), 'Arn'] }]);
      expect(statement.Condition).toHaveProperty(['StringEquals', 'iam:PassedToService']);
    }
  });

  test('training may register versions and approve none', () => {
    const denied = statements(templates).filter(({ statement }) => statement.Effect === 'Deny');
    expect(denied.map(({ statement }) => statement)).toContainEqual({
      Effect: 'Deny',
      Action: ['sagemaker:CreateModelPackage', 'sagemaker:UpdateModelPackage'],
      Resource: '*',
      Condition: { StringEquals: { 'sagemaker:ModelApprovalStatus': 'Approved' } },
    });
  });

  test('no role has a policy that AWS manages, save CDK’s own helper and the account’s log role', () => {
    const managed = resources(templates, 'AWS::IAM::Role').filter(({ Properties }) =>
      JSON.stringify(Properties.ManagedPolicyArns ?? []).includes(':aws:policy/'),
    );
    const ours = managed.filter(({ logicalId }) => !/^CustomS3AutoDelete/.test(logicalId));
    expect(ours.map(({ logicalId }) => logicalId)).toEqual([expect.stringMatching(ACCOUNT_LOG_ROLE)]);
  });

  test('services assume roles only for this account', () => {
    const open = resources(templates, 'AWS::IAM::Role').filter(({ Properties }) => {
      const [statement] = (
        Properties.AssumeRolePolicyDocument as { Statement: { Principal: { Service?: string }; Condition?: object }[] }
      ).Statement;
      const service = statement?.Principal.Service;
      return service !== undefined && !/^(lambda|apigateway)\./.test(service) && statement?.Condition === undefined;
    });
    expect(open.map(({ stack, logicalId }) => `${stack}/${logicalId}`)).toEqual([]);
  });
});

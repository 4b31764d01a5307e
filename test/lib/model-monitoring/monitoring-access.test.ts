import { resources, SYNTHESIZED } from '../../synthesized';

const [{ templates }] = SYNTHESIZED as [(typeof SYNTHESIZED)[number]];

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

function statements(role: string): Statement[] {
  return resources(templates, 'AWS::IAM::Policy')
    .filter(({ stack, logicalId }) => stack === 'model-monitoring' && logicalId.startsWith(role))
    .flatMap(({ Properties }) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement);
}

/** Prefixes of buckets that a role may use `action` on. */
function places(role: string, action: RegExp): string[] {
  const text = JSON.stringify(
    statements(role).filter(({ Action }) => [Action].flat().some((each) => action.test(each))),
  );
  return [...new Set([...text.matchAll(/"\/([a-z/-]+)\/\*"/g)].map(([, prefix]) => prefix ?? ''))].sort();
}

test('jobs of Model Monitor read captures, ground truth, baselines and configurations, and write reports only', () => {
  expect(places('MonitorAccess', /s3:GetObject/)).toEqual([
    'captured/churn',
    'ground-truth/churn',
    'monitoring/churn/explainability',
    'monitoring/churn/model-monitor',
    'runs',
  ]);
  expect(places('MonitorAccess', /s3:PutObject/)).toEqual(['monitoring/churn/model-monitor']);
});

test('explaining may make and delete endpoints of its own name, and pass no role', () => {
  const all = statements('MonitorAccess');
  const touched = all
    .filter(({ Effect }) => Effect === 'Allow')
    .filter(({ Action }) => [Action].flat().some((each) => /sagemaker:(?!DescribeModel$)/.test(each)));
  expect(touched.length).toBeGreaterThan(2);
  for (const { Resource } of touched)
    for (const resource of [Resource].flat())
      expect(JSON.stringify(resource)).toMatch(/:endpoint(-config)?\/ml-lifecycle-sandbox-clarify-\*"/);
  expect(JSON.stringify(all)).not.toContain('iam:PassRole');
});

test('what the plan writes is what the jobs read, and the prefix of their endpoints is the one it names', () => {
  expect(places('SchedulesPlanSchedules', /s3:PutObject/)).toEqual(['monitoring/churn/explainability']);
  const [plan] = resources(templates, 'AWS::Lambda::Function').filter(({ logicalId }) =>
    logicalId.startsWith('SchedulesPlanSchedules'),
  );
  expect(plan?.Properties.Environment).toMatchObject({
    Variables: { SHADOW_ENDPOINT_PREFIX: 'ml-lifecycle-sandbox-clarify' },
  });
});

test('ground truth is written every night before the schedules that judge by it', () => {
  expect(places('GroundTruth', /s3:GetObject/)).toEqual(['monitoring/churn/ground-truth', 'outcomes/churn']);
  expect(places('GroundTruth', /s3:PutObject/)).toEqual(['ground-truth/churn', 'monitoring/churn/ground-truth']);
  const [rule] = resources(templates, 'AWS::Events::Rule').filter(({ logicalId }) =>
    logicalId.startsWith('GroundTruth'),
  );
  expect(rule?.Properties.ScheduleExpression).toBe('cron(30 4 * * ? *)');
});

import { stackName } from '../../../lib/config/stacks';
import { resources, SYNTHESIZED } from '../../synthesized';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Principal: '*' | { readonly Service?: string | string[] };
  readonly Condition?: Record<string, Record<string, unknown>>;
}

/** They tell the operators something. */
const TELLING = ['budgets.amazonaws.com', 'cloudwatch.amazonaws.com'];
const LOG_GROUP = 'kms:EncryptionContext:aws:logs:arn';

/** A text of a template, with `?` for what is known only after deployment. */
function text(value: unknown): string {
  if (typeof value === 'string') return value;
  const parts = (value as { 'Fn::Join'?: [string, unknown[]] } | undefined)?.['Fn::Join']?.[1];
  return parts ? parts.map(text).join('') : '?';
}

describe.each(SYNTHESIZED)('in $environment', ({ templates, config }) => {
  const [key] = resources(templates, 'AWS::KMS::Key');
  const statements = (policy: unknown) => (policy as { Statement: Statement[] }).Statement;
  const services = (policy: unknown) =>
    statements(policy).flatMap(({ Effect, Principal }) =>
      Effect === 'Allow' && Principal !== '*' ? [Principal.Service ?? []].flat() : [],
    );
  const logs = `logs.${config.region}.amazonaws.com`;

  test('no service uses the key but those that encrypt logs, deliver alarms and warn of costs', () => {
    expect(services(key?.Properties.KeyPolicy).sort()).toEqual([...TELLING, logs]);
  });

  test('nobody publishes to the operators’ topic but alarms and budgets of this account, and whom a role lets', () => {
    const [policy] = resources(templates, 'AWS::SNS::TopicPolicy');
    const allowed = statements(policy?.Properties.PolicyDocument).filter(({ Effect }) => Effect === 'Allow');
    expect(services(policy?.Properties.PolicyDocument).sort()).toEqual(TELLING);
    for (const { Action, Condition } of allowed)
      expect({ Action, Condition }).toEqual({
        Action: 'sns:Publish',
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      });
  });

  test('every log group is under the key, which CloudWatch Logs may use for it and for no group of others', () => {
    const admitted = statements(key?.Properties.KeyPolicy).find(
      ({ Principal }) => Principal !== '*' && Principal.Service === logs,
    );
    const patterns = ((admitted?.Condition?.StringLike?.[LOG_GROUP] ?? []) as unknown[]).map(text);
    const groups = resources(templates, 'AWS::Logs::LogGroup');
    expect(groups.length).toBeGreaterThan(10);
    expect(patterns.filter((pattern) => /log-group:\*?$/.test(pattern))).toEqual([]);
    for (const { stack, logicalId, Properties } of groups) {
      // CloudFormation begins the names that it makes with the stack's.
      const name = Properties.LogGroupName ? text(Properties.LogGroupName) : `${stackName(config, stack)}-${logicalId}`;
      const arn = `arn:aws:logs:${config.region}:?:log-group:${name}`;
      expect(JSON.stringify(Properties.KmsKeyId)).toContain(`-foundation:ExportsOutputFnGetAtt${key?.logicalId}Arn`);
      expect(patterns.filter((pattern) => pattern.endsWith('*') && arn.startsWith(pattern.slice(0, -1)))).toHaveLength(
        1,
      );
    }
  });
});

import { SCHEDULE_RESOURCE_TYPES } from '../../../lib/model-monitoring/schedule-resource-types';
import { resources, SYNTHESIZED } from '../../synthesized';

const [{ templates }] = SYNTHESIZED as [(typeof SYNTHESIZED)[number]];

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
}

/** What a role of ours may do and may not. */
function statements(role: string): Statement[] {
  const [policy] = resources(templates, 'AWS::IAM::Policy').filter(({ logicalId }) => logicalId.startsWith(role));
  return (policy?.Properties.PolicyDocument as { Statement: Statement[] } | undefined)?.Statement ?? [];
}

test.each(['FollowServingStateRole', 'ParkServingRole'])('%s is denied every update that could do more', (role) => {
  const denied = { Effect: 'Deny', Action: 'cloudformation:UpdateStack', Resource: '*' };
  const conditions = [
    { Null: { 'cloudformation:ResourceTypes': 'true' } },
    { 'ForAnyValue:StringNotEquals': { 'cloudformation:ResourceTypes': SCHEDULE_RESOURCE_TYPES } },
    { Null: { 'cloudformation:RoleArn': 'false' } },
    { Null: { 'cloudformation:TemplateUrl': 'false' } },
    { Null: { 'cloudformation:StackPolicyUrl': 'false' } },
  ];
  expect(statements(role).filter(({ Effect }) => Effect === 'Deny')).toEqual(
    conditions.map((Condition) => ({ ...denied, Condition })),
  );
});

test('what tells the operators may use the key of their topic', () => {
  expect(statements('FollowServingStateRole').flatMap(({ Action }) => Action)).toEqual(
    expect.arrayContaining(['sns:Publish', 'kms:Decrypt', 'kms:GenerateDataKey*']),
  );
});

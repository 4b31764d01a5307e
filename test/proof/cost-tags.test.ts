import { costTags } from '../../scripts/proof/checks/cost-tags';
import { withResources } from '../../scripts/proof/read-assembly';
import { ASSEMBLIES } from './broken';
import { type Change, finds, holds, type Json } from './finds';

const BUCKET = 'AWS::S3::Bucket';
const tagged =
  (change: (tags: Json[]) => void): Change =>
  ({ Properties }) =>
    change(Properties.Tags);
const valued =
  (key: string, value: unknown): Change =>
  ({ Properties }) => {
    Properties.Tags.find((tag: Json) => tag.Key === key).Value = value;
  };
const without =
  (key: string): Change =>
  ({ Properties }) => {
    Properties.Tags = Properties.Tags.filter((tag: Json) => tag.Key !== key);
  };

describe('in the product', () => {
  holds([costTags]);
});

finds(costTags, [
  ['a key that is missing', BUCKET, without('ml:cost-center'), /has no tag ml:cost-center/],
  ['no tags at all', 'AWS::SageMaker::Endpoint', ({ Properties }) => delete Properties.Tags, /has no tag ml:project/],
  ['a list of no tags', 'AWS::CloudWatch::Alarm', ({ Properties }) => (Properties.Tags = []), /has no tag ml:phase/],
  [
    'a map without a key',
    'AWS::Glue::Job',
    ({ Properties }) => delete Properties.Tags['ml:model'],
    /has no tag ml:model/,
  ],
  [
    'a table, which has its tags by region',
    'AWS::DynamoDB::GlobalTable',
    ({ Properties }) => delete Properties.Replicas[0].Tags,
    /has no tag ml:owner/,
  ],
  [
    'what a changed tag replaces, too',
    'AWS::SageMaker::FeatureGroup',
    without('ml:environment'),
    /has no tag ml:environment/,
  ],
  ['an owner without a name', BUCKET, valued('ml:owner', ''), /ml:owner without a value/],
  ['an owner of spaces', BUCKET, valued('ml:owner', '  '), /ml:owner without a value/],
  ['another environment', BUCKET, valued('ml:environment', 'production'), /production, and its neighbours sandbox/],
  ['another model', 'AWS::SageMaker::Model', valued('ml:model', 'fraud'), /ml:model=fraud, and its neighbours churn/],
  ['the phase of another stack', 'AWS::SNS::Topic', valued('ml:phase', 'training'), /and its neighbours foundation/],
  ['a key twice', BUCKET, tagged((tags) => tags.push({ Key: 'ml:owner', Value: 'others' })), /ml:owner twice/],
  ['a key of AWS', BUCKET, tagged((tags) => tags.push({ Key: 'aws:owner', Value: 'x' })), /keeps for itself/],
  ['a sign that AWS refuses', BUCKET, valued('ml:owner', 'ml, platform'), /does not take/],
  ['a value that is too long', BUCKET, valued('ml:owner', 'x'.repeat(257)), /does not take/],
  [
    'more tags than fit',
    BUCKET,
    tagged((tags) => tags.push(...Array.from({ length: 50 }, (_, place) => ({ Key: `k${place}`, Value: 'v' })))),
    /at most 50/,
  ],
]);

test('tags that say another environment everywhere do not fit the names of the stacks', () => {
  const renamed = ASSEMBLIES.sandbox.stacks.map((stack) =>
    withResources({ ...stack, name: 'ml-lifecycle-production-x' }),
  );
  const found = costTags.find({ ...ASSEMBLIES.sandbox, stacks: renamed });
  expect(found[0]?.message).toMatch(/ml:environment=sandbox, in the stack ml-lifecycle-production-x/);
});

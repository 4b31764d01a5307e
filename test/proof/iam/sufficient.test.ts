import { judged, rolesOf } from '../../../scripts/proof/iam/iam-judged';
import { insufficient } from '../../../scripts/proof/iam/sufficient';
import { judgedWith } from './judged';
import { allow, assemblyOf, call, deny, roleWith } from './made-up';

const OBJECT = 'arn:aws:s3:::bucket/folder/key';
const read = call('s3:GetObject', OBJECT);
const refused = (statements: readonly object[], ...calls: Parameters<typeof judgedWith>[1]) =>
  insufficient(judgedWith(statements, calls));

describe('a recorded call is found', () => {
  test('that no statement is about', () => {
    expect(refused([allow('s3:PutObject', '*')], read)).toEqual([
      `s3:GetObject on ${OBJECT} is allowed by no statement (local run)`,
    ]);
  });

  test('whose resource is another than the one that is granted', () => {
    expect(refused([allow('s3:GetObject', 'arn:aws:s3:::bucket/other/*')], read)).toHaveLength(1);
  });

  test('whose condition it does not meet', () => {
    const granted = allow('cloudwatch:PutMetricData', '*', { StringEquals: { 'cloudwatch:namespace': 'ours' } });
    const put = (namespace: string) => call('cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': namespace });

    expect(refused([granted], put('ours'))).toEqual([]);
    expect(refused([granted], put('theirs'))).toHaveLength(1);
    expect(refused([granted], call('cloudwatch:PutMetricData', '*'))).toHaveLength(1);
  });

  test('that a Deny forbids, with the Deny', () => {
    expect(refused([allow('s3:*', '*'), deny('s3:GetObject', '*')], read)[0]).toMatch(
      'is denied by the statement "Deny',
    );
  });
});

test('a call without a known resource only needs its action', () => {
  const tested = call('s3:GetObject');

  expect(refused([allow('s3:Get*', 'arn:aws:s3:::whatever/*')], tested)).toEqual([]);
  expect(refused([allow('s3:PutObject', '*')], tested)).toHaveLength(1);
});

test('calls about objects of one folder are one finding', () => {
  const calls = ['a', 'b', 'c'].map((name) => call('s3:GetObject', `arn:aws:s3:::bucket/folder/day/${name}`));

  expect(refused([], ...calls)).toHaveLength(1);
});

describe('what no policy of the role allows', () => {
  const listing = call('s3:ListBucketVersions', 'arn:aws:s3:::bucket');
  const found = (more: Parameters<typeof assemblyOf>[0], calls = [listing]) => {
    const [role] = rolesOf(assemblyOf({ Role: roleWith('lambda.amazonaws.com'), ...more }));
    return role && insufficient(judged(role, calls));
  };

  test('a policy of the resource may allow, by the name of the role', () => {
    const policy = (principal: unknown) => ({
      Policy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: 'bucket',
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: principal },
                Action: 's3:List*',
                Resource: 'arn:aws:s3:::bucket',
              },
            ],
          },
        },
      },
    });

    expect(found(policy({ 'Fn::GetAtt': ['Role', 'Arn'] }))).toEqual([]);
    expect(found(policy('arn:aws:iam::111111111111:role/other'))).toHaveLength(1);
  });

  test('a policy of AWS may allow, if somebody has looked up what it says', () => {
    const attached = (name: string) => ({
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: { ManagedPolicyArns: [`arn:aws:iam::aws:policy/service-role/${name}`] },
      },
    });
    const log = call('logs:PutLogEvents', 'arn:aws:logs:us-east-1:111111111111:log-group:g:log-stream:s');

    expect(found(attached('AWSLambdaBasicExecutionRole'), [log])).toEqual([]);
    expect(found(attached('AWSLambdaVPCAccessExecutionRole'), [log])).toHaveLength(1);
  });
});

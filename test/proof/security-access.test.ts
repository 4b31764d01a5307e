import { closedNetwork } from '../../scripts/proof/checks/closed-network';
import { resourcePolicies } from '../../scripts/proof/checks/resource-policies';
import { roleTrust } from '../../scripts/proof/checks/role-trust';
import { ACCOUNT, joined, newFindings, nothingButWaived, withResource } from './brought';
import type { Json } from './finds';

nothingButWaived(roleTrust, resourcePolicies, closedNetwork);

describe('roles', () => {
  const trust = (statement: Json) => ({
    AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement }] },
  });
  const sagemaker = { Principal: { Service: 'sagemaker.amazonaws.com' } };

  test.each([
    ['no condition', sagemaker, /any account/],
    [
      'a condition that also holds without the key',
      { ...sagemaker, Condition: { StringEqualsIfExists: { 'aws:SourceAccount': ACCOUNT } } },
      /any account/,
    ],
    ['any account', { ...sagemaker, Condition: { StringLike: { 'aws:SourceAccount': '*' } } }, /any account/],
    [
      'an ARN of any account',
      { ...sagemaker, Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sagemaker:*:*:*' } } },
      /any account/,
    ],
    [
      'another account',
      { ...sagemaker, Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } } },
      /any account/,
    ],
    ['the wrong key', { ...sagemaker, Condition: { StringEquals: { 'aws:SourceIp': ACCOUNT } } }, /any account/],
    [
      'one of two services',
      { Principal: { Service: ['lambda.amazonaws.com', 'glue.amazonaws.com'] } },
      /glue\.amazonaws\.com may/,
    ],
    ['no service', { Principal: { Service: 'sagemaker.aws.com' } }, /no AWS service/],
    ['everybody', { Principal: '*' }, /everybody/],
    ['everybody as AWS', { Principal: { AWS: '*' } }, /everybody/],
    ['a stranger', { Principal: { AWS: 'arn:aws:iam::123456789012:root' } }, /ExternalId/],
    [
      'any token',
      { Principal: { Federated: 'cognito-identity.amazonaws.com' }, Action: 'sts:AssumeRoleWithWebIdentity' },
      /audience/,
    ],
    ['all but one', { NotPrincipal: { AWS: 'arn:aws:iam::123456789012:root' } }, /NotPrincipal/],
    ['every action', { Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:*' }, /allows sts:\*/],
    ['nobody named', {}, /names no Principal/],
    ['no action', { Principal: { Service: 'lambda.amazonaws.com' }, Action: [] }, /lacks Effect or Action/],
  ])('are assumed for this account only: %s', (_, statement, message) => {
    expect(withResource(roleTrust, 'AWS::IAM::Role', trust(statement))).toEqual([expect.stringMatching(message)]);
  });

  test.each([
    ['of Lambda', { Principal: { Service: 'lambda.amazonaws.com' } }],
    ['of API Gateway', { Principal: { Service: 'apigateway.amazonaws.com' } }],
    [
      'for an ARN of this account',
      {
        ...sagemaker,
        Condition: { ArnLike: { 'aws:SourceArn': joined('arn:aws:sagemaker:us-east-1:', ACCOUNT, ':*') } },
      },
    ],
    ['for this account itself', { Principal: { AWS: joined('arn:aws:iam::', ACCOUNT, ':root') } }],
    [
      'of a partner with an id',
      { Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Condition: { StringEquals: { 'sts:ExternalId': 'x1' } } },
    ],
  ])('are sound %s', (_, statement) => {
    expect(withResource(roleTrust, 'AWS::IAM::Role', trust(statement))).toEqual([]);
  });

  test.each(['AWS::IAM::Role'])('of every service of ours are bound: %s', (type) => {
    const found = newFindings(
      roleTrust,
      type,
      ({ Properties }) => delete Properties.AssumeRolePolicyDocument.Statement[0].Condition,
      { id: /^PipelineRolesJob/ },
    );
    expect(found).toEqual([expect.stringMatching(/sagemaker\.amazonaws\.com may assume it for any account/)]);
  });

  test('say who assumes them', () => {
    expect(withResource(roleTrust, 'AWS::IAM::Role', {})).toEqual([expect.stringMatching(/lets nobody/)]);
  });
});

describe('policies of resources', () => {
  const allow = (statement: Json) => ({
    PolicyDocument: { Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...statement } },
  });

  test.each([
    ['everybody', { Principal: '*' }, /everybody/],
    [
      'everybody of any VPC',
      { Principal: { AWS: '*' }, Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-0' } } },
      /everybody/,
    ],
    ['another account', { Principal: { AWS: '123456789012' } }, /another account/],
    ['a service for anybody', { Principal: { Service: 'logging.s3.amazonaws.com' } }, /any account/],
    ['all but one', { NotPrincipal: { AWS: 'arn:aws:iam::123456789012:root' } }, /NotPrincipal/],
    ['nobody named', {}, /names no Principal/],
  ])('let nobody else in: %s', (_, statement, message) => {
    for (const type of ['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'])
      expect(withResource(resourcePolicies, type, allow(statement))).toEqual([expect.stringMatching(message)]);
  });

  test.each([
    ['an organization', { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } }],
    [
      'a rule of ours',
      {
        Principal: { Service: 'events.amazonaws.com' },
        Condition: { ArnEquals: { 'aws:SourceArn': { Ref: 'Operators93109ECD' } } },
      },
    ],
  ])('may let in %s', (_, statement) => {
    expect(withResource(resourcePolicies, 'AWS::SQS::QueuePolicy', allow(statement))).toEqual([]);
  });

  test('may be written as a text', () => {
    const text = JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: '*', Action: 'logs:*' }] });
    expect(withResource(resourcePolicies, 'AWS::Logs::ResourcePolicy', { PolicyDocument: text })).toEqual([
      expect.stringMatching(/everybody is allowed logs/),
    ]);
  });

  test.each([
    [(p: Json): unknown => delete p.SourceArn, /any account/],
    [(p: Json): unknown => (p.SourceArn = '*'), /any account/],
    [(p: Json): unknown => (p.SourceArn = 'arn:aws:s3:::some-bucket'), /any account/],
    [
      (p: Json) => {
        p.Principal = '*';
        delete p.SourceArn;
      },
      /everybody/,
    ],
    [(p: Json): unknown => (p.Principal = '123456789012'), /another account/],
  ])('of functions say on whose behalf: %#', (change, message) => {
    expect(newFindings(resourcePolicies, 'AWS::Lambda::Permission', ({ Properties }) => change(Properties))).toEqual([
      expect.stringMatching(message),
    ]);
  });
});

describe('a network', () => {
  const closed = { SecurityGroupEgress: [{ DestinationPrefixListId: 'pl-1', IpProtocol: 'tcp' }] };

  test.each([
    ['AWS::EC2::InternetGateway', {}, /internet gateway/],
    ['AWS::EC2::NatGateway', {}, /NAT/],
    ['AWS::EC2::Subnet', { MapPublicIpOnLaunch: true }, /public addresses/],
    ['AWS::EC2::Route', { DestinationCidrBlock: '0.0.0.0/0', GatewayId: { Ref: 'Gateway' } }, /to the internet/],
    [
      'AWS::EC2::SecurityGroup',
      { ...closed, SecurityGroupIngress: [{ CidrIp: '0.0.0.0/0' }] },
      /SecurityGroupIngress is open/,
    ],
    [
      'AWS::EC2::SecurityGroup',
      { ...closed, SecurityGroupIngress: [{ CidrIp: '0.0.0.0/1' }] },
      /SecurityGroupIngress is open/,
    ],
    [
      'AWS::EC2::SecurityGroup',
      { ...closed, SecurityGroupIngress: { CidrIpv6: '::/0' } },
      /SecurityGroupIngress is open/,
    ],
    ['AWS::EC2::SecurityGroup', { SecurityGroupEgress: [{ CidrIp: '0.0.0.0/0' }] }, /SecurityGroupEgress is open/],
    ['AWS::EC2::SecurityGroup', {}, /without SecurityGroupEgress/],
    ['AWS::EC2::SecurityGroupIngress', { CidrIp: '8.8.8.8/32' }, /SecurityGroupIngress is open/],
    ['AWS::EC2::NetworkAclEntry', { RuleAction: 'allow', CidrBlock: '0.0.0.0/0' }, /network ACL/],
  ])('has no way in or out: %s %#', (type, properties, message) => {
    expect(withResource(closedNetwork, type, properties)).toEqual([expect.stringMatching(message)]);
  });

  test('may have private subnets, and groups that name each other', () => {
    expect(withResource(closedNetwork, 'AWS::EC2::Subnet', { MapPublicIpOnLaunch: false })).toEqual([]);
    const nobody = [{ CidrIp: '255.255.255.255/32' }];
    expect(
      withResource(closedNetwork, 'AWS::EC2::SecurityGroup', {
        SecurityGroupEgress: nobody,
        SecurityGroupIngress: [{ CidrIp: '10.0.0.0/16' }],
      }),
    ).toEqual([]);
  });
});

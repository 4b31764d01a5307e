import type { Check } from '../../scripts/proof/check';
import { apiAuthorization } from '../../scripts/proof/checks/api-authorization';
import { apiLogs } from '../../scripts/proof/checks/api-logs';
import { apiRequestValidation } from '../../scripts/proof/checks/api-request-validation';
import { apiThrottling } from '../../scripts/proof/checks/api-throttling';
import { closedNetwork } from '../../scripts/proof/checks/closed-network';
import { customerKeys } from '../../scripts/proof/checks/customer-keys';
import { noSecrets } from '../../scripts/proof/checks/no-secrets';
import { resourcePolicies } from '../../scripts/proof/checks/resource-policies';
import { roleTrust } from '../../scripts/proof/checks/role-trust';
import { sagemakerEndpointInstances } from '../../scripts/proof/checks/sagemaker-endpoint-instances';
import { sagemakerHostAccess } from '../../scripts/proof/checks/sagemaker-host-access';
import { sagemakerImageTags } from '../../scripts/proof/checks/sagemaker-image-tags';
import { sagemakerModelRole } from '../../scripts/proof/checks/sagemaker-model-role';
import { sagemakerModelVpc } from '../../scripts/proof/checks/sagemaker-model-vpc';
import { sagemakerNetworkIsolation } from '../../scripts/proof/checks/sagemaker-network-isolation';
import { sagemakerNotebook } from '../../scripts/proof/checks/sagemaker-notebook';
import { sagemakerPrivateRegistry } from '../../scripts/proof/checks/sagemaker-private-registry';
import { sagemakerTrafficEncryption } from '../../scripts/proof/checks/sagemaker-traffic-encryption';
import { judge } from '../../scripts/proof/judge';
import { WAIVERS } from '../../scripts/proof/waivers';
import { ASSEMBLIES, findWhen } from './broken';

const CHECKS: readonly Check[] = [
  sagemakerNotebook,
  sagemakerEndpointInstances,
  sagemakerNetworkIsolation,
  sagemakerTrafficEncryption,
  sagemakerImageTags,
  sagemakerPrivateRegistry,
  sagemakerModelVpc,
  sagemakerModelRole,
  sagemakerHostAccess,
  customerKeys,
  roleTrust,
  resourcePolicies,
  closedNetwork,
  apiAuthorization,
  apiRequestValidation,
  apiThrottling,
  apiLogs,
  noSecrets,
];

/** A part of a template. */
type Json = Parameters<Parameters<typeof findWhen>[2]>[0];
type Change = Parameters<typeof findWhen>[2];

const ACCOUNT = { Ref: 'AWS::AccountId' };
const joined = (...parts: unknown[]) => ({ 'Fn::Join': ['', parts] });

/** Only what the change brought, since the product has findings that are waived. */
function newFindings(check: Check, type: string, change: Change, how: Parameters<typeof findWhen>[3] = {}): string[] {
  const before = new Set(check.find(ASSEMBLIES[how.environment ?? 'sandbox']).map((each) => JSON.stringify(each)));
  return findWhen(check, type, change, how)
    .filter((each) => !before.has(JSON.stringify(each)))
    .map(({ message }) => message);
}

/** What a check finds when a template gets one more resource. */
function withResource(check: Check, type: string, properties: Json): string[] {
  return newFindings(check, 'AWS::SNS::Topic', (_, template) => {
    template.Resources.Added = { Type: type, Properties: properties };
  });
}

describe.each(['sandbox', 'production'] as const)('in %s', (environment) => {
  test.each(CHECKS.map((check) => [check.id, check] as const))('%s finds nothing but what is waived', (_, check) => {
    const waivers = WAIVERS.filter((each) => each.check === check.id);
    const { open, stale } = judge(ASSEMBLIES[environment], environment, [check], waivers);
    expect(open).toEqual([]);
    expect(stale).toEqual([]);
  });
});

describe('SageMaker', () => {
  test.each([
    ['DirectInternetAccess', 'Enabled', /SageMaker\.1/],
    ['SubnetId', undefined, /SageMaker\.2/],
    ['RootAccess', undefined, /SageMaker\.3/],
    ['PlatformIdentifier', 'notebook-al2-v3', /SageMaker\.8/],
    ['KmsKeyId', 'alias/aws/sagemaker', /SageMaker\.21/],
  ])('a notebook is closed and encrypted: %s', (property, value, control) => {
    const safe = {
      DirectInternetAccess: 'Disabled',
      SubnetId: 'subnet-0123456789abcdef0',
      RootAccess: 'Disabled',
      PlatformIdentifier: 'notebook-al2023-v1',
      KmsKeyId: { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] },
    };
    expect(
      withResource(sagemakerNotebook, 'AWS::SageMaker::NotebookInstance', { ...safe, KmsKeyId: 'alias/notebooks' }),
    ).toEqual([]);
    const found = withResource(sagemakerNotebook, 'AWS::SageMaker::NotebookInstance', {
      ...safe,
      KmsKeyId: 'alias/notebooks',
      [property]: value,
    });
    expect(found).toEqual([expect.stringMatching(control)]);
  });

  test.each([
    ['one instance', (variant: Json) => (variant.InitialInstanceCount = 1)],
    ['no number', (variant: Json) => delete variant.InitialInstanceCount],
  ])('an endpoint survives the loss of an instance: %s', (_, change) => {
    const found = newFindings(
      sagemakerEndpointInstances,
      'AWS::SageMaker::EndpointConfig',
      ({ Properties }) => change(Properties.ProductionVariants[0]),
      { id: /^RealTime/, environment: 'production' },
    );
    expect(found).toEqual([expect.stringMatching(/SageMaker\.4/)]);
  });

  test('autoscaling leaves two instances', () => {
    const found = newFindings(
      sagemakerEndpointInstances,
      'AWS::ApplicationAutoScaling::ScalableTarget',
      ({ Properties }) => {
        Properties.MinCapacity = 1;
      },
      { environment: 'production' },
    );
    expect(found).toEqual([expect.stringMatching(/MinCapacity is 1/)]);
  });

  test.each([
    ['taken away', (properties: Json): unknown => delete properties.EnableNetworkIsolation],
    ['switched off', (properties: Json) => (properties.EnableNetworkIsolation = false)],
    [
      'off in one case',
      (properties: Json) => (properties.EnableNetworkIsolation = { 'Fn::If': ['HasModel', true, false] }),
    ],
  ])('a model is isolated: %s', (_, change) => {
    const found = newFindings(
      sagemakerNetworkIsolation,
      'AWS::SageMaker::Model',
      ({ Properties }) => change(Properties),
      { id: /^RealTime/ },
    );
    expect(found).toEqual([expect.stringMatching(/SageMaker\.5/)]);
  });

  test('an endpoint for inference components is isolated itself', () => {
    const found = newFindings(
      sagemakerNetworkIsolation,
      'AWS::SageMaker::EndpointConfig',
      ({ Properties }) => delete Properties.ProductionVariants[0].ModelName,
      { id: /^RealTime/ },
    );
    expect(found).toEqual([expect.stringMatching(/S-01/)]);
  });

  const network = { EnableNetworkIsolation: true, EnableInterContainerTrafficEncryption: true };

  test.each([
    ['DataQualityJobDefinition', /SageMaker\.11:/, /SageMaker\.9:/],
    ['ModelQualityJobDefinition', /SageMaker\.25:/, /SageMaker\.13:/],
    ['ModelBiasJobDefinition', /SageMaker\.12:/, /SageMaker\.15:/],
    ['ModelExplainabilityJobDefinition', /SageMaker\.20:/, /SageMaker\.10:/],
  ])('a %s is isolated, and encrypts what its instances say to each other', (name, isolation, encryption) => {
    const type = `AWS::SageMaker::${name}`;
    expect(withResource(sagemakerNetworkIsolation, type, { NetworkConfig: network })).toEqual([]);
    expect(withResource(sagemakerTrafficEncryption, type, { NetworkConfig: network })).toEqual([]);
    expect(withResource(sagemakerNetworkIsolation, type, {})).toEqual([expect.stringMatching(isolation)]);
    expect(
      withResource(sagemakerTrafficEncryption, type, {
        NetworkConfig: { ...network, EnableInterContainerTrafficEncryption: false },
      }),
    ).toEqual([expect.stringMatching(encryption)]);
  });

  test('a schedule with a definition of its own is isolated; one that names a definition has no network', () => {
    const schedule = (definition: Json) => ({ MonitoringScheduleConfig: definition });
    const type = 'AWS::SageMaker::MonitoringSchedule';
    expect(withResource(sagemakerNetworkIsolation, type, schedule({ MonitoringJobDefinitionName: 'x' }))).toEqual([]);
    expect(withResource(sagemakerNetworkIsolation, type, schedule({ MonitoringJobDefinition: {} }))).toEqual([
      expect.stringMatching(/SageMaker\.14/),
    ]);
    expect(withResource(sagemakerTrafficEncryption, type, schedule({ MonitoringJobDefinition: {} }))).toEqual([
      expect.stringMatching(/SageMaker\.22/),
    ]);
  });

  test('images of Studio carry tags of ours', () => {
    const tags = [{ Key: 'ml:owner', Value: 'a' }];
    expect(withResource(sagemakerImageTags, 'AWS::SageMaker::Image', { Tags: tags })).toEqual([]);
    expect(withResource(sagemakerImageTags, 'AWS::SageMaker::Image', { Tags: [{ Key: 'aws:x', Value: 'a' }] })).toEqual(
      [expect.stringMatching(/SageMaker\.7/)],
    );
    expect(withResource(sagemakerImageTags, 'AWS::SageMaker::AppImageConfig', {})).toEqual([
      expect.stringMatching(/SageMaker\.6/),
    ]);
  });

  test('each container of a model comes from a registry within the VPC', () => {
    const inside = { ImageConfig: { RepositoryAccessMode: 'Vpc' } };
    const type = 'AWS::SageMaker::Model';
    expect(withResource(sagemakerPrivateRegistry, type, { Containers: [inside, inside] })).toEqual([]);
    expect(withResource(sagemakerPrivateRegistry, type, { Containers: [inside, {}] })).toEqual([
      expect.stringMatching(/SageMaker\.19: Containers\[1\]/),
    ]);
    expect(
      withResource(sagemakerPrivateRegistry, type, {
        PrimaryContainer: { ImageConfig: { RepositoryAccessMode: 'Platform' } },
      }),
    ).toEqual([expect.stringMatching(/SageMaker\.16/)]);
  });

  test('a model serves from subnets of ours and behind a group of ours', () => {
    const found = withResource(sagemakerModelVpc, 'AWS::SageMaker::Model', {
      VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: [] },
    });
    expect(found).toEqual([expect.stringMatching(/VpcConfig\.SecurityGroupIds/)]);
  });

  test('a model has a role, and nothing else runs with it', () => {
    const shared = newFindings(
      sagemakerModelRole,
      'AWS::SageMaker::Model',
      ({ Properties }, template) => {
        const other = Object.entries<Json>(template.Resources).find(
          ([id, { Type }]) => Type === 'AWS::SageMaker::Model' && id.startsWith('Serverless'),
        );
        Properties.ExecutionRoleArn = other?.[1].Properties.ExecutionRoleArn;
      },
      { id: /^RealTime/ },
    );
    expect(shared).toEqual([
      expect.stringMatching(/also a role of Serving\/RealTimeModel/),
      expect.stringMatching(/also a role of Serving\/ServerlessModel/),
    ]);
    const none = newFindings(
      sagemakerModelRole,
      'AWS::SageMaker::Model',
      ({ Properties }) => delete Properties.ExecutionRoleArn,
    );
    expect(none).toEqual([expect.stringMatching(/ExecutionRoleArn is missing/)]);
  });

  test.each([true, 'true', { Ref: 'Debug' }])('nobody gets a shell on an instance: %j', (access) => {
    const found = newFindings(sagemakerHostAccess, 'AWS::SageMaker::EndpointConfig', ({ Properties }) => {
      Properties.ProductionVariants[0].EnableSSMAccess = access;
    });
    expect(found).toEqual([expect.stringMatching(/S-02/)]);
  });
});

describe('customer keys', () => {
  test.each([
    [
      'AWS::SageMaker::FeatureGroup',
      (p: Json): unknown => delete p.OfflineStoreConfig.S3StorageConfig.KmsKeyId,
      /SageMaker\.17/,
    ],
    ['AWS::SageMaker::FeatureGroup', (p: Json): unknown => delete p.OnlineStoreConfig.SecurityConfig, /SageMaker\.18/],
    [
      'AWS::SageMaker::FeatureGroup',
      (p: Json): unknown => (p.OnlineStoreConfig.SecurityConfig.KmsKeyId = 'alias/aws/sagemaker'),
      /AWS's own/,
    ],
    [
      'AWS::SageMaker::FeatureGroup',
      (p: Json): unknown =>
        (p.OnlineStoreConfig.SecurityConfig.KmsKeyId = { 'Fn::GetAtt': ['FeaturesOffline809C0A32', 'Arn'] }),
      /is the AWS::S3::Bucket/,
    ],
    [
      'AWS::SageMaker::DataQualityJobDefinition',
      (p: Json): unknown => delete p.JobResources.ClusterConfig.VolumeKmsKeyId,
      /VolumeKmsKeyId is missing|VolumeKmsKeyId, is missing/,
    ],
    [
      'AWS::SageMaker::ModelBiasJobDefinition',
      (p: Json): unknown => delete p.ModelBiasJobOutputConfig.KmsKeyId,
      /ModelBiasJobOutputConfig/,
    ],
    ['AWS::SNS::Topic', (p: Json): unknown => (p.KmsMasterKeyId = 'alias/aws/sns'), /AWS's own/],
    ['AWS::SQS::Queue', (p: Json): unknown => (p.SqsManagedSseEnabled = false), /SQS\.1/],
    ['AWS::SecretsManager::Secret', (p: Json): unknown => (p.KmsKeyId = 'a key'), /names no key/],
    [
      'AWS::KinesisFirehose::DeliveryStream',
      (p: Json): unknown => delete p.ExtendedS3DestinationConfiguration.EncryptionConfiguration,
      /AWSKMSKeyARN/,
    ],
  ] as const)('encrypt what is kept: %s %#', (type, change, message) => {
    expect(newFindings(customerKeys, type, ({ Properties }) => change(Properties))).toEqual([
      expect.stringMatching(message),
    ]);
  });

  test.each([
    [(p: Json): unknown => delete p.KmsKeyId, /key, KmsKeyId, is missing/],
    [(p: Json): unknown => delete p.DataCaptureConfig.KmsKeyId, /DataCaptureConfig\.KmsKeyId/],
  ])('encrypt the disks of an endpoint and what it captures: %#', (change, message) => {
    const found = newFindings(customerKeys, 'AWS::SageMaker::EndpointConfig', ({ Properties }) => change(Properties), {
      id: /^RealTime/,
    });
    expect(found).toEqual([expect.stringMatching(message)]);
  });

  test('encrypt experiments and their data', () => {
    const found = withResource(customerKeys, 'AWS::SageMaker::InferenceExperiment', {
      DataStorageConfig: { Destination: 's3://b' },
    });
    expect(found).toEqual([expect.stringMatching(/SageMaker\.23/), expect.stringMatching(/SageMaker\.24/)]);
  });

  test('are not asked for where SageMaker refuses them', () => {
    const found = newFindings(
      customerKeys,
      'AWS::SageMaker::EndpointConfig',
      ({ Properties }) => {
        Properties.ProductionVariants[0].InstanceType = 'ml.m5d.large';
        delete Properties.KmsKeyId;
      },
      { id: /^RealTime/ },
    );
    expect(found).toEqual([]);
  });
});

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

describe('an API', () => {
  const method = 'AWS::ApiGateway::Method';
  const stage = 'AWS::ApiGateway::Stage';

  test.each([
    ['nobody asked', (p: Json): unknown => (p.AuthorizationType = 'NONE'), /AuthorizationType is "NONE"/],
    ['nothing said', (p: Json): unknown => delete p.AuthorizationType, /AuthorizationType is nothing/],
    [
      'a key only',
      (p: Json) => {
        p.AuthorizationType = 'NONE';
        p.ApiKeyRequired = true;
      },
      /AuthorizationType/,
    ],
    ['no authorizer', (p: Json): unknown => (p.AuthorizationType = 'CUSTOM'), /AuthorizerId/],
    [
      'open preflight that runs code',
      (p: Json) => {
        p.HttpMethod = 'OPTIONS';
        p.AuthorizationType = 'NONE';
      },
      /AuthorizationType/,
    ],
  ])('asks who calls: %s', (_, change, message) => {
    expect(newFindings(apiAuthorization, method, ({ Properties }) => change(Properties))).toEqual([
      expect.stringMatching(message),
    ]);
  });

  test('has no back door', () => {
    expect(withResource(apiAuthorization, 'AWS::Lambda::Url', { AuthType: 'NONE' })).toHaveLength(1);
    expect(withResource(apiAuthorization, 'AWS::ApiGatewayV2::Route', { RouteKey: 'POST /x' })).toHaveLength(1);
    expect(withResource(apiAuthorization, 'AWS::ApiGateway::RestApi', { Body: {} })).toHaveLength(1);
  });

  test.each([
    ['no validator', method, (p: Json): unknown => delete p.RequestValidatorId, /RequestValidatorId is nothing/],
    ['no model', method, (p: Json): unknown => delete p.RequestModels, /has none for application\/json/],
    [
      'a model that takes anything',
      method,
      (p: Json): unknown => (p.RequestModels = { 'application/json': 'Empty' }),
      /has to name a model/,
    ],
    [
      'unknown fields',
      'AWS::ApiGateway::Model',
      (p: Json): unknown => delete p.Schema.additionalProperties,
      /unknown fields/,
    ],
    [
      'endless lists',
      'AWS::ApiGateway::Model',
      (p: Json): unknown => delete p.Schema.properties[Object.keys(p.Schema.properties)[0] ?? ''].maxItems,
      /any length/,
    ],
    [
      'lists of anything',
      'AWS::ApiGateway::Model',
      (p: Json): unknown => delete p.Schema.properties[Object.keys(p.Schema.properties)[0] ?? ''].items,
      /of anything/,
    ],
    [
      'nothing required',
      'AWS::ApiGateway::Model',
      (p: Json): unknown => delete p.Schema.required,
      /may lack every field/,
    ],
    [
      'a field of any kind',
      'AWS::ApiGateway::Model',
      (p: Json): unknown => (p.Schema.properties.extra = {}),
      /extra takes anything/,
    ],
    [
      'endless texts',
      'AWS::ApiGateway::Model',
      (p: Json): unknown => (p.Schema.properties.extra = { type: 'string' }),
      /any length/,
    ],
    ['a schema of nothing', 'AWS::ApiGateway::Model', (p: Json): unknown => (p.Schema = {}), /an object or an array/],
  ])('checks bodies before any code runs: %s', (_, type, change, message) => {
    expect(newFindings(apiRequestValidation, type, ({ Properties }) => change(Properties))).toEqual([
      expect.stringMatching(message),
    ]);
  });

  test('has a validator that looks at the body', () => {
    const found = newFindings(apiRequestValidation, 'AWS::ApiGateway::RequestValidator', ({ Properties }) => {
      Properties.ValidateRequestBody = false;
    });
    expect(found).toHaveLength(2);
  });

  test.each([
    ['no limit', (p: Json): unknown => delete p.MethodSettings, /has none for all methods/],
    ['no rate', (p: Json): unknown => delete p.MethodSettings[0].ThrottlingRateLimit, /ThrottlingRateLimit/],
    ['no burst', (p: Json): unknown => delete p.MethodSettings[0].ThrottlingBurstLimit, /ThrottlingBurstLimit/],
    ['all the account has', (p: Json): unknown => (p.MethodSettings[0].ThrottlingRateLimit = 10_000), /10000/],
    ['closed for good', (p: Json): unknown => (p.MethodSettings[0].ThrottlingRateLimit = 0), /more than 0/],
    ['for one method only', (p: Json): unknown => (p.MethodSettings[0].HttpMethod = 'GET'), /has none for all methods/],
    [
      'one method without',
      (p: Json): unknown => p.MethodSettings.push({ HttpMethod: 'POST', ResourcePath: '/x', ThrottlingRateLimit: -1 }),
      /POST \/x is -1/,
    ],
  ])('limits how much is asked: %s', (_, change, message) => {
    expect(newFindings(apiThrottling, stage, ({ Properties }) => change(Properties))).toEqual([
      expect.stringMatching(message),
    ]);
  });

  test.each([
    ['none', (p: Json): unknown => delete p.AccessLogSetting, /DestinationArn is missing/],
    [
      'to nowhere',
      (p: Json): unknown => (p.AccessLogSetting.DestinationArn = 'arn:aws:logs:us-east-1:1:log-group:x'),
      /no log group or stream/,
    ],
    ['without an id', (p: Json): unknown => (p.AccessLogSetting.Format = '$context.status'), /no \$context\.requestId/],
    ['with the body', (p: Json): unknown => (p.AccessLogSetting.Format += ' $input.body'), /\$input/],
    [
      'with the value that failed',
      (p: Json): unknown => (p.AccessLogSetting.Format += ' $context.error.validationErrorString'),
      /validationErrorString/,
    ],
    ['with an API key', (p: Json): unknown => (p.AccessLogSetting.Format += ' $context.identity.apiKey'), /apiKey/],
    ['no failures', (p: Json): unknown => (p.MethodSettings[0].LoggingLevel = 'OFF'), /LoggingLevel/],
    ['no traces', (p: Json): unknown => delete p.TracingEnabled, /APIGateway\.3/],
    ['traces with bodies', (p: Json): unknown => (p.MethodSettings[0].DataTraceEnabled = true), /DataTraceEnabled/],
  ])('logs calls and no bodies: %s', (_, change, message) => {
    expect(newFindings(apiLogs, stage, ({ Properties }) => change(Properties))).toEqual([
      expect.stringMatching(message),
    ]);
  });
});

describe('secrets', () => {
  // Put together here, so that no scanner takes this file for a leak.
  const KEY_ID = ['AKIA', 'IOSFODNN7EXAMPLE'].join('');
  const TOKEN = ['ghp', 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8'].join('_');

  test.each([
    ['DB_PASSWORD', 'hunter22'],
    ['API_KEY', 'correct-horse'],
    ['apiToken', 'abcd1234'],
    ['MASKING_KEY', 'correct-horse-battery'],
    ['SETTING', KEY_ID],
    ['SETTING', `token ${TOKEN}`],
    ['SETTING', 'postgres://user:pw1234@host/db'],
    ['SETTING', 'Zm9vYmFyQmF6MTIzNDU2Nzg5MHF3ZXJ0eXVpb3A'],
    ['SETTING', '0123456789abcdef0123456789abcdef'],
    ['SETTING', '{{resolve:secretsmanager:masking-key}}'],
    ['SETTING', { 'Fn::Join': ['', [KEY_ID.slice(0, 8), KEY_ID.slice(8)]] }],
  ])('are not in the environment of a function: %s=%j', (name, value) => {
    const found = newFindings(
      noSecrets,
      'AWS::Lambda::Function',
      ({ Properties }) => {
        Properties.Environment.Variables[name] = value;
      },
      { id: /StartTraining/ },
    );
    expect(found).toEqual([expect.stringMatching(/^S-12/)]);
  });

  test.each([
    ['SECRET_ARN', { Ref: 'JobsMaskingKeyFFF567ED' }],
    ['SECRET_NAME', 'masking-key'],
    ['TOKEN_PATH', '/tmp/token'],
    ['MAX_TOKENS', '4096'],
    ['MODEL_HASH', '0123456789abcdef0123456789abcdef'],
    ['CODE_URI', joined('s3://', ACCOUNT, '-assets/0123456789abcdef0123456789abcdef.zip')],
  ])('may be named: %s=%j', (name, value) => {
    const found = newFindings(
      noSecrets,
      'AWS::Lambda::Function',
      ({ Properties }) => {
        Properties.Environment.Variables[name] = value;
      },
      { id: /StartTraining/ },
    );
    expect(found).toEqual([]);
  });

  test('are not in the arguments of a job', () => {
    const found = newFindings(noSecrets, 'AWS::Glue::Job', ({ Properties }) => {
      Properties.DefaultArguments['--masking-key'] = 'a-secret-of-ours';
    });
    expect(found).toEqual([expect.stringMatching(/--masking-key/)]);
  });

  test.each([
    ['"HyperParameters":{', '"HyperParameters":{"api_token":"abcd1234",'],
    ['"Parameters":[', '"Parameters":[{"Name":"ApiToken","Type":"String","DefaultValue":"abcd1234"},'],
    ['"Steps":[', `"Note":"${KEY_ID}","Steps":[`],
  ])('are not in the pipeline definition: %s', (place, secret) => {
    const found = newFindings(noSecrets, 'AWS::SageMaker::Pipeline', ({ Properties }) => {
      const parts: unknown[] = Properties.PipelineDefinition.PipelineDefinitionBody['Fn::Join'][1];
      const index = parts.findIndex((part) => typeof part === 'string' && part.includes(place));
      parts[index] = String(parts[index]).replace(place, secret);
    });
    expect(found).toEqual([expect.stringMatching(/^S-12/)]);
  });

  test('are not in the definition of a state machine', () => {
    const found = newFindings(noSecrets, 'AWS::StepFunctions::StateMachine', ({ Properties }) => {
      Properties.DefinitionString['Fn::Join'][1][0] = Properties.DefinitionString['Fn::Join'][1][0].replace(
        '{',
        '{"Password":"hunter22",',
      );
    });
    expect(found).toEqual([expect.stringMatching(/Password/)]);
  });

  test.each([
    ['shown', { Type: 'String' }, /NoEcho/],
    ['preset', { Type: 'String', NoEcho: true, Default: 'hunter22' }, /Default/],
  ])('are hidden as parameters and not preset: %s', (_, parameter, message) => {
    const found = newFindings(noSecrets, 'AWS::SNS::Topic', (__, template) => {
      template.Parameters = { ...template.Parameters, DbPassword: parameter };
    });
    expect(found).toEqual([expect.stringMatching(message)]);
  });

  test('that are hidden parameters are not shown elsewhere', () => {
    const found = newFindings(
      noSecrets,
      'AWS::Lambda::Function',
      ({ Properties }, template) => {
        template.Parameters.Hidden = { Type: 'String', NoEcho: true };
        Properties.Environment.Variables.SETTING = { Ref: 'Hidden' };
      },
      { id: /StartTraining/ },
    );
    expect(found).toEqual([expect.stringMatching(/meant to be hidden/)]);
  });

  test('are made by AWS, not by us', () => {
    const found = newFindings(noSecrets, 'AWS::SecretsManager::Secret', ({ Properties }) => {
      Properties.SecretString = 'hunter22';
    });
    expect(found).toEqual([expect.stringMatching(/SecretString/)]);
    expect(withResource(noSecrets, 'AWS::SSM::Parameter', { Name: '/db/password', Value: 'hunter22' })).toHaveLength(1);
  });
});

test('a template that makes no sense stops no check', () => {
  for (const odd of [null, 'x', 7, [], [null], { 'Fn::If': [] }])
    for (const check of CHECKS)
      for (const type of [
        'AWS::SageMaker::Model',
        'AWS::SageMaker::EndpointConfig',
        'AWS::IAM::Role',
        'AWS::ApiGateway::Stage',
        'AWS::ApiGateway::Method',
      ])
        expect(() =>
          findWhen(check, type, ({ Properties }) => {
            for (const name of Object.keys(Properties)) Properties[name] = odd;
          }),
        ).not.toThrow();
});

import { sagemakerEndpointInstances } from '../../scripts/proof/checks/sagemaker-endpoint-instances';
import { sagemakerHostAccess } from '../../scripts/proof/checks/sagemaker-host-access';
import { sagemakerImageTags } from '../../scripts/proof/checks/sagemaker-image-tags';
import { sagemakerModelRole } from '../../scripts/proof/checks/sagemaker-model-role';
import { sagemakerModelVpc } from '../../scripts/proof/checks/sagemaker-model-vpc';
import { sagemakerNetworkIsolation } from '../../scripts/proof/checks/sagemaker-network-isolation';
import { sagemakerNotebook } from '../../scripts/proof/checks/sagemaker-notebook';
import { sagemakerPrivateRegistry } from '../../scripts/proof/checks/sagemaker-private-registry';
import { sagemakerTrafficEncryption } from '../../scripts/proof/checks/sagemaker-traffic-encryption';
import { newFindings, nothingButWaived, withResource } from './brought';
import type { Json } from './finds';

nothingButWaived(
  sagemakerNotebook,
  sagemakerEndpointInstances,
  sagemakerNetworkIsolation,
  sagemakerTrafficEncryption,
  sagemakerImageTags,
  sagemakerPrivateRegistry,
  sagemakerModelVpc,
  sagemakerModelRole,
  sagemakerHostAccess,
);

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

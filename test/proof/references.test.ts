import { importsMeetExports } from '../../scripts/proof/checks/imports-meet-exports';
import { referencesExist } from '../../scripts/proof/checks/references-exist';
import { nothingOfOursBreaks, placed, seeded } from './seeded';

const LAMBDA = 'AWS::Lambda::Function';
const MACHINE = 'AWS::StepFunctions::StateMachine';

nothingOfOursBreaks(referencesExist, importsMeetExports);

seeded(referencesExist, [
  [
    'a reference to a resource that is not there is found',
    LAMBDA,
    /DriftLook/,
    (r) => {
      r.Properties.LoggingConfig.LogGroup = { Ref: 'Gone' };
    },
    /uses Ref Gone/,
  ],
  [
    'an attribute of a resource that is not there is found',
    LAMBDA,
    /DriftLook/,
    (r) => {
      r.Properties.Role = { 'Fn::GetAtt': 'Gone.Arn' };
    },
    /uses Fn::GetAtt Gone/,
  ],
  [
    'a name within a text is looked up too',
    'AWS::Glue::Job',
    /Curate/,
    (r) => {
      r.Properties.DefaultArguments['--x'] = { 'Fn::Sub': `s3://${placed('Gone.Arn')}/${placed('AWS::Region')}` };
    },
    /uses Fn::GetAtt Gone/,
  ],
  [
    'a resource to wait for is there',
    MACHINE,
    /Park/,
    (r) => {
      r.DependsOn.push('Gone');
    },
    /depends on Gone/,
  ],
  [
    'a condition is there',
    'AWS::SageMaker::Endpoint',
    /RealTime/,
    (r) => {
      r.Condition = 'Sometimes';
    },
    /uses Condition Sometimes/,
  ],
  [
    'a resource that is always there needs none that is not',
    'AWS::SageMaker::Endpoint',
    /RealTime/,
    (r) => {
      delete r.Condition;
    },
    /RealTimeConfig\w+, which exists only under the condition RealTimeOn/,
  ],
  [
    'a weaker condition does not do',
    'AWS::SageMaker::EndpointConfig',
    /RealTime/,
    (r) => {
      r.Condition = 'HasModel';
    },
    /RealTimeModel\w+, which exists only under the condition RealTimeOn/,
  ],
  [
    'an output of what is not always there is found',
    'AWS::SageMaker::Endpoint',
    /RealTime/,
    (r, t) => {
      t.Outputs = { Url: { Value: { Ref: Object.keys(t.Resources).find((id) => t.Resources[id] === r) } } };
    },
    /output Url refers to RealTimeEndpoint/,
  ],
  [
    'a parameter that nothing uses is found',
    'AWS::SageMaker::Endpoint',
    /RealTime/,
    (_, t) => {
      t.Parameters.Forgotten = { Type: 'String' };
    },
    /parameter Forgotten/,
  ],
  [
    'a condition that uses a parameter which is gone is found',
    'AWS::SageMaker::Endpoint',
    /RealTime/,
    (_, t) => {
      delete t.Parameters.RealTime;
    },
    /Conditions: uses Ref RealTime/,
  ],
  [
    'a mapping that is not there is found',
    LAMBDA,
    /DriftLook/,
    (r) => {
      r.Properties.Timeout = { 'Fn::FindInMap': ['Gone', 'a', 'b'] };
    },
    /Fn::FindInMap Gone/,
  ],
]);

seeded(importsMeetExports, [
  [
    'what a stack imports another one exports',
    'AWS::S3::Bucket',
    /Predictions/,
    (_, t) => {
      delete t.Outputs[Object.keys(t.Outputs).find((id) => id.includes('Predictions')) ?? ''];
    },
    /imports .*Predictions.*which no stack exports/,
  ],
  [
    'an export under another name is missed',
    'AWS::KMS::Key',
    /./,
    (_, t) => {
      for (const output of Object.values<{ Export: { Name: string } }>(t.Outputs)) output.Export.Name += 'X';
    },
    /which no stack exports/,
  ],
  [
    'a stack imports nothing from one that is deployed later',
    'AWS::KMS::Key',
    /./,
    (r, t) => {
      t.Resources.Late = {
        Type: 'AWS::SNS::Topic',
        Properties: {
          TopicName: {
            'Fn::ImportValue': 'ml-lifecycle-sandbox-prediction:ExportsOutputRefApiDeploymentStagev1149A6FAE6642F3BB',
          },
        },
      };
      void r;
    },
    /from Prediction, which is not deployed before it/,
  ],
  [
    'two stacks do not export one name',
    'AWS::KMS::Key',
    /./,
    (_, t) => {
      t.Outputs.Double = {
        Value: 'x',
        Export: { Name: 'ml-lifecycle-sandbox-prediction:ExportsOutputRefApiDeploymentStagev1149A6FAE6642F3BB' },
      };
    },
    /which another stack exports too/,
  ],
]);

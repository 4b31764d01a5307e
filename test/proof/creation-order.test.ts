import { creationOrder } from '../../scripts/proof/checks/creation-order';
import { replacementHazards } from '../../scripts/proof/checks/replacement-hazards';
import { type Change, finds, holds, idOf, set } from './finds';
import { fromStream } from './mappings';

const LAMBDA = 'AWS::Lambda::Function';
const MACHINE = 'AWS::StepFunctions::StateMachine';
const GROUP = 'AWS::SageMaker::FeatureGroup';
const P = 'Properties';

describe('in the product', () => {
  holds([replacementHazards, creationOrder]);
});

describe('what cannot be replaced is found:', () => {
  const tag = (Key: string, Value: unknown) => set(`${P}.Tags.4`, { Key, Value });
  const parameter: Change = (group, template) => {
    template.Parameters = { ...template.Parameters, Who: { Type: 'String' } };
    tag('ml:who', { Ref: 'Who' })(group, template);
  };
  const again: Change = (pipeline, template) => {
    template.Resources.Beside = structuredClone(pipeline);
  };

  finds(replacementHazards, [
    [
      'a named endpoint configuration',
      'AWS::SageMaker::EndpointConfig',
      set(`${P}.EndpointConfigName`, 'x'),
      /fixed to x/,
    ],
    ['a named model', 'AWS::SageMaker::Model', set(`${P}.ModelName`, 'x'), /ModelName is fixed/],
    [
      'a named job definition',
      'AWS::SageMaker::ModelBiasJobDefinition',
      set(`${P}.JobDefinitionName`, 'x'),
      /fixed to x/,
    ],
    ['an owner where tags replace', GROUP, tag('ml:owner', 'somebody'), /tag ml:owner changes/],
    ['a commit where tags replace', GROUP, tag('ml:source', '0a1b2c3d'), /tag ml:source is 0a1b2c3d/],
    ['a moment where tags replace', GROUP, tag('ml:when', '2026-11-21T10:00:00Z'), /changes with a deployment/],
    ['a parameter where tags replace', GROUP, parameter, /tag ml:who is a parameter/],
    ['two of one name', 'AWS::SageMaker::Pipeline', again, /as that of Training\/Pipeline/],
  ]);
});

describe('what may be made too early is found:', () => {
  const without =
    (id: RegExp): Change =>
    (resource) => {
      resource.DependsOn = [resource.DependsOn].flat().filter((each) => !id.test(String(each)));
    };
  const alone = without(/DefaultPolicy/);
  const tooEarly = /may be made before \w*DefaultPolicy\w*, what its role may do/;
  const afterFunctionAlone: Change = (heartbeat, template) => {
    alone(heartbeat, template);
    alone(template.Resources[heartbeat.Properties.ServiceToken['Fn::GetAtt'][0]], template);
  };
  const mappingAlone: Change = (lambda, template) => {
    alone(lambda, template);
    fromStream(lambda, template);
    template.Resources.Beside.Properties.FunctionName = { Ref: idOf(template, LAMBDA, /MarkDay/) };
  };

  finds(creationOrder, [
    ['a pipeline before its role’s policy', 'AWS::SageMaker::Pipeline', alone, tooEarly],
    ['a feature group before its role’s policy', GROUP, alone, tooEarly],
    ['a state machine before its role’s policy', MACHINE, alone, tooEarly],
    ['a stream before its role’s policy', 'AWS::KinesisFirehose::DeliveryStream', alone, tooEarly],
    ['a Glue job before its role’s policy', 'AWS::Glue::Job', alone, tooEarly],
    ['a custom resource before its function’s policy', 'Custom::MonitorHeartbeat', afterFunctionAlone, tooEarly],
    ['a mapping before its function’s policy', LAMBDA, mappingAlone, tooEarly, { id: /MarkDay/ }],
    ['a target before its endpoint', 'AWS::ApplicationAutoScaling::ScalableTarget', without(/./), /RealTimeEndpoint/],
    ['an endpoint before its alarms', 'AWS::SageMaker::Endpoint', without(/./), /RollBackRealTime/, { id: /RealTime/ }],
    ['a table before its database', 'AWS::Glue::Table', without(/./), /before CatalogDatabase/],
    ['a deployment before a method', 'AWS::ApiGateway::Deployment', without(/POST/), /a method of its API/],
    ['a stage before the role for its logs', 'AWS::ApiGateway::Stage', without(/Account/), /the role for its logs/],
  ]);
});

import { pipelineConditions } from '../../../scripts/proof/checks/pipeline-conditions';
import { pipelineGate } from '../../../scripts/proof/checks/pipeline-gate';
import { pipelineLambdaSteps } from '../../../scripts/proof/checks/pipeline-lambda-steps';
import { pipelineRegistration } from '../../../scripts/proof/checks/pipeline-registration';
import { pipelineSecrets } from '../../../scripts/proof/checks/pipeline-secrets';
import { add, remove, set } from '../../lib/training/pipeline-definition/edited-definition';
import { type Fault, idOf, token } from '../edited-pipeline';

const ROLE = idOf('AWS::IAM::Role', /RolesJob/);
const AUC = { Get: "Steps.Evaluate.OutputParameters['rocAuc']" };

export const DECISION_FAULTS: readonly Fault[] = [
  [pipelineConditions, 'no condition', set('Gate/Arguments/Conditions', [])],
  [
    pipelineConditions,
    'branches without steps',
    set('Gate/Arguments/IfSteps', []),
    set('Gate/Arguments/ElseSteps', []),
  ],
  [pipelineConditions, 'a type that does not exist', set('Gate/Arguments/Conditions/0/Type', 'Equal')],
  [pipelineConditions, 'a comparison without a side', remove('Gate/Arguments/Conditions/0/RightValue')],
  [pipelineConditions, 'a member of another type', set('Gate/Arguments/Conditions/0/Values', ['true'])],
  [pipelineConditions, 'text compared with a boolean', set('Gate/Arguments/Conditions/0/RightValue', true)],
  [
    pipelineConditions,
    'a number compared with text',
    set('Gate/Arguments/Conditions/0', { Type: 'GreaterThan', LeftValue: AUC, RightValue: '0.8' }),
  ],
  [pipelineConditions, 'text that is ordered', set('Gate/Arguments/Conditions/0/Type', 'GreaterThanOrEqualTo')],
  [pipelineConditions, 'two constants', set('Gate/Arguments/Conditions/0/LeftValue', 'true')],
  [
    pipelineConditions,
    'a value compared with itself',
    set('Gate/Arguments/Conditions/0', { Type: 'LessThan', LeftValue: AUC, RightValue: AUC }),
  ],
  [pipelineConditions, 'a list as a value', set('Gate/Arguments/Conditions/0/RightValue', ['true'])],
  [
    pipelineConditions,
    'a fault within an Or',
    set('Gate/Arguments/Conditions/0', {
      Type: 'Or',
      Conditions: [{ Type: 'Equals', LeftValue: AUC, RightValue: 'high' }],
    }),
  ],
  [pipelineGate, 'branches that are swapped', swapped],
  [pipelineGate, 'a gate that lets failures pass', set('Gate/Arguments/Conditions/0/RightValue', 'false')],
  [pipelineGate, 'a registration before the gate', opened],
  [pipelineGate, 'a refusal that counts as a success', set('Gate/Arguments/ElseSteps', [])],
  [
    pipelineGate,
    'another model registered than was scored',
    set('Register/Arguments/InferenceSpecification/Containers/0/ModelDataUrl/Std:Join/Values/2', 'TrainLinear'),
  ],
  [
    pipelineGate,
    'a model registered that nobody scored',
    set('Register/Arguments/InferenceSpecification/Containers/0/ModelDataUrl', {
      Get: 'Steps.TrainLinear.OutputDataConfig.S3OutputPath',
    }),
  ],
  [
    pipelineLambdaSteps,
    'a function of elsewhere',
    set('Evaluate/FunctionArn', 'arn:aws:lambda:us-east-1:111111111111:function:evaluate'),
  ],
  [
    pipelineLambdaSteps,
    'a role instead of a function',
    set('Evaluate/FunctionArn', token({ 'Fn::GetAtt': [ROLE, 'Arn'] })),
  ],
  [
    pipelineLambdaSteps,
    'the name of a function',
    set('Evaluate/FunctionArn', token({ Ref: idOf('AWS::Lambda::Function', /EvaluateModel/) })),
  ],
  [pipelineLambdaSteps, 'a nested argument', set('Evaluate/Arguments/scores', { test: 'a' })],
  [pipelineLambdaSteps, 'an output declared twice', set('Evaluate/OutputParameters/1/OutputName', 'passes')],
  [
    pipelineLambdaSteps,
    'too many outputs',
    add(
      'Evaluate/OutputParameters',
      ...Array.from({ length: 50 }, (_, index) => ({ OutputName: `o${index}`, OutputType: 'String' })),
    ),
  ],
  [pipelineLambdaSteps, 'a cache', set('Evaluate/CacheConfig', { Enabled: true, ExpireAfter: 'P1D' })],
  [
    pipelineRegistration,
    'a group of elsewhere',
    set('Register/Arguments/ModelPackageGroupName', 'ml-lifecycle-production-churn'),
  ],
  [pipelineRegistration, 'no group', remove('Register/Arguments/ModelPackageGroupName')],
  [pipelineRegistration, 'a version that approves itself', set('Register/Arguments/ModelApprovalStatus', 'Approved')],
  [pipelineRegistration, 'a version without a status', remove('Register/Arguments/ModelApprovalStatus')],
  [
    pipelineRegistration,
    'a version without an artifact',
    remove('Register/Arguments/InferenceSpecification/Containers/0/ModelDataUrl'),
  ],
  [
    pipelineRegistration,
    'a version without a container',
    set('Register/Arguments/InferenceSpecification/Containers', []),
  ],
  [
    pipelineRegistration,
    'a version without its types of content',
    remove('Register/Arguments/InferenceSpecification/SupportedContentTypes'),
  ],
  [pipelineRegistration, 'a version without its quality', remove('Register/Arguments/ModelMetrics/ModelQuality')],
  [pipelineRegistration, 'a number as metadata', set('Register/Arguments/CustomerMetadataProperties/rocAuc', AUC)],
  [
    pipelineSecrets,
    'a password as a parameter',
    add('$/Parameters', { Name: 'DbPassword', Type: 'String', DefaultValue: 'none' }),
  ],
  [pipelineSecrets, 'an API key in an environment', set('Assess/Arguments/Environment', { API_KEY: 'none' })],
  [
    pipelineSecrets,
    'an access key as an argument',
    add('Assess/Arguments/AppSpecification/ContainerArguments', '--key', 'AKIAIOSFODNN7EXAMPLE'),
  ],
  [pipelineConditions, 'a spelling that no step gives', set('Gate/Arguments/Conditions/0/RightValue', 'True')],
];

type Json = Record<string, never>;

const gateOf = (definition: object): Json =>
  (definition as { Steps: Json[] }).Steps.find(({ Name }) => Name === 'Gate')?.Arguments ?? {};

function swapped(definition: object): void {
  const gate = gateOf(definition);
  const { IfSteps, ElseSteps } = gate;
  Object.assign(gate, { IfSteps: ElseSteps, ElseSteps: IfSteps });
}

/** All steps that run where the conditions hold run in any case. */
function opened(definition: object): void {
  const gate = gateOf(definition);
  (definition as { Steps: unknown[] }).Steps.push(...((gate.IfSteps ?? []) as unknown[]));
  Object.assign(gate, { IfSteps: [] });
}

import { pipelineArguments } from '../../../scripts/proof/checks/pipeline-arguments';
import { pipelineCompleteness } from '../../../scripts/proof/checks/pipeline-completeness';
import { pipelinePrograms } from '../../../scripts/proof/checks/pipeline-programs';
import { pipelineSteps } from '../../../scripts/proof/checks/pipeline-steps';
import { add, remove, set } from '../../lib/training/pipeline-definition/edited-definition';
import type { Fault } from '../edited-pipeline';

const AUC = { Get: "Steps.Evaluate.OutputParameters['rocAuc']" };
const JOB = 'TuneTrees/Arguments/TrainingJobDefinition';
const IMAGE = 'TrainLinear/Arguments/AlgorithmSpecification/TrainingImage';

export const REQUEST_FAULTS: readonly Fault[] = [
  [pipelineSteps, 'two steps of one name', set('ScoreTest/Name', 'ScoreLinear')],
  [pipelineSteps, 'a name that the service refuses', set('ScoreTest/Name', 'Score the test')],
  [pipelineSteps, 'a type that does not exist', set('ScoreTest/Type', 'BatchTransform')],
  [pipelineSteps, 'a type that is closed to new customers', set('Assess/Type', 'QualityCheck')],
  [pipelineSteps, 'a name instead of a step in a branch', add('Gate/Arguments/IfSteps', 'Register')],
  [pipelineSteps, 'a branch that is no list', set('Gate/Arguments/ElseSteps', { Name: 'Refuse' })],
  [pipelineSteps, 'an unknown member of a step', set('ScoreTest/Timeout', 60)],
  [pipelineSteps, 'an unknown argument', set('TrainLinear/Arguments/TrainingImage', 'image')],
  [pipelineSteps, 'an unknown argument of a condition', set('Gate/Arguments/Then', [])],
  [pipelineSteps, 'an argument in camel case', set('Assess/Arguments/stoppingCondition', {})],
  [pipelineSteps, 'an unknown argument deep within', set('Assess/Arguments/ProcessingInputs/0/S3Input/Mode', 'File')],
  [pipelineSteps, 'a missing role', remove('Assess/Arguments/RoleArn')],
  [
    pipelineSteps,
    'a missing size of the volume',
    remove('Assess/Arguments/ProcessingResources/ClusterConfig/VolumeSizeInGB'),
  ],
  [
    pipelineSteps,
    'an instance type that does not exist',
    set('ScoreTest/Arguments/TransformResources/InstanceType', 'ml.m5.tiny'),
  ],
  [
    pipelineSteps,
    'an instance type of another use',
    set('TrainLinear/Arguments/ResourceConfig/InstanceType', 'ml.inf1.xlarge'),
  ],
  [pipelineSteps, 'no instance at all', set('Assess/Arguments/ProcessingResources/ClusterConfig/InstanceCount', 0)],
  [pipelineSteps, 'a number as text', set('TrainLinear/Arguments/ResourceConfig/VolumeSizeInGB', '20')],
  [pipelineSteps, 'a boolean as text', set('TrainLinear/Arguments/EnableNetworkIsolation', 'true')],
  [
    pipelineSteps,
    'text where a number of a run belongs',
    set('TrainLinear/Arguments/ResourceConfig/InstanceCount', { Get: 'Parameters.Cause' }),
  ],
  [pipelineSteps, 'an unknown mode', set('TrainLinear/Arguments/AlgorithmSpecification/TrainingInputMode', 'Stream')],
  [pipelineSteps, 'a number as hyperparameter', set('TrainLinear/Arguments/HyperParameters/num_round', 200)],
  [pipelineSteps, 'a number of a run as hyperparameter', set('TrainLinear/Arguments/HyperParameters/num_round', AUC)],
  [pipelineSteps, 'a number of a run as argument', add('Assess/Arguments/AppSpecification/ContainerArguments', AUC)],
  [pipelineSteps, 'a boolean in an environment', set('Assess/Arguments/Environment', { DEBUG: true })],
  [
    pipelineSteps,
    'an argument that is too long',
    add('Assess/Arguments/AppSpecification/ContainerArguments', 'x'.repeat(257)),
  ],
  [
    pipelineSteps,
    'too many inputs',
    add('Assess/Arguments/ProcessingInputs', ...Array.from({ length: 5 }, (_, index) => ({ InputName: `i${index}` }))),
  ],
  [
    pipelineSteps,
    'a filter that is too long',
    set('ScoreTest/Arguments/DataProcessing/InputFilter', `$[${'1,'.repeat(40)}2]`),
  ],
  [pipelineSteps, 'tags of a version in a group', add('Register/Arguments/Tags', { Key: 'a', Value: 'b' })],
  [pipelineSteps, 'retries of a Lambda step', set('Evaluate/RetryPolicies', [])],
  [pipelineSteps, 'an output of an unknown type', set('Evaluate/OutputParameters/0/OutputType', 'Text')],
  [
    pipelineSteps,
    'a cache that ends at no time',
    set('TrainLinear/CacheConfig', { Enabled: true, ExpireAfter: 'thirty days' }),
  ],
  [pipelineSteps, 'a job of a fixed name', set('TrainLinear/Arguments/TrainingJobName', 'train')],
  [pipelineSteps, 'a model of a fixed name', set('CreateModel/Arguments/ModelName', 'model')],
  [pipelineSteps, 'a debugger', set('TrainLinear/Arguments/DebugHookConfig', { S3OutputPath: 's3://a/b' })],
  [pipelineSteps, 'more attempts than are allowed', set('ScoreTest/RetryPolicies/0/MaxAttempts', 21)],
  [pipelineSteps, 'two ends of one policy', set('ScoreTest/RetryPolicies/0/ExpireAfterMin', 60)],
  [pipelineSteps, 'an exception that does not exist', add('ScoreTest/RetryPolicies/0/ExceptionType', 'Step.TIMEOUT')],
  [pipelineCompleteness, 'no image', remove(IMAGE)],
  [pipelineCompleteness, 'no machines', remove('TrainLinear/Arguments/ResourceConfig')],
  [pipelineCompleteness, 'machines of no type', remove('TrainLinear/Arguments/ResourceConfig/InstanceType')],
  [pipelineCompleteness, 'a search without jobs', remove(JOB)],
  [pipelineCompleteness, 'a search without a role', remove(`${JOB}/RoleArn`)],
  [pipelineCompleteness, 'a model without a container', remove('CreateModel/Arguments/PrimaryContainer')],
  [pipelineCompleteness, 'a model without an image', remove('CreateModel/Arguments/PrimaryContainer/Image')],
  [pipelineCompleteness, 'a model without its file', remove('CreateModel/Arguments/PrimaryContainer/ModelDataUrl')],
  [pipelineCompleteness, 'an input without a source', remove('Assess/Arguments/ProcessingInputs/1/S3Input')],
  [
    pipelineCompleteness,
    'an input without its mode',
    remove('Assess/Arguments/ProcessingInputs/1/S3Input/S3InputMode'),
  ],
  [pipelineSteps, 'a profiler', set('TrainLinear/Arguments/ProfilerConfig', {})],
  [pipelineCompleteness, 'a channel without a source', set('TrainLinear/Arguments/InputDataConfig/0/DataSource', {})],
  [pipelineArguments, 'an empty hyperparameter', set('TrainLinear/Arguments/HyperParameters/num_round', '')],
  [pipelineArguments, 'an empty argument', add('Assess/Arguments/AppSpecification/ContainerArguments', '')],
  [
    pipelineArguments,
    'an option without a value',
    add('Assess/Arguments/AppSpecification/ContainerArguments', '--limit'),
  ],
  [pipelineArguments, 'a value without an option', add('Assess/Arguments/AppSpecification/ContainerArguments', '5')],
  [
    pipelineArguments,
    'an input that the script is not told of',
    set('Assess/Arguments/AppSpecification/ContainerArguments/3', '/opt/ml/processing/input/model'),
  ],
  [pipelineArguments, 'code that nobody runs', set('TrainLinear/Arguments/HyperParameters', { num_round: '5' })],
  [
    pipelinePrograms,
    'a program that is no script',
    set('TrainLinear/Arguments/HyperParameters/sagemaker_program', 'train'),
  ],
  [
    pipelinePrograms,
    'a channel that only one of two trainings has',
    remove('TrainLinear/Arguments/InputDataConfig/1'),
    set('TrainLinear/Arguments/InputDataConfig/1', { ChannelName: 'test' }),
  ],
];

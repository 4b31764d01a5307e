import { pipelineIsolation } from '../../../scripts/proof/checks/pipeline-isolation';
import { pipelineMachines } from '../../../scripts/proof/checks/pipeline-machines';
import { pipelineMetrics } from '../../../scripts/proof/checks/pipeline-metrics';
import { pipelineRetries } from '../../../scripts/proof/checks/pipeline-retries';
import { pipelineStopping } from '../../../scripts/proof/checks/pipeline-stopping';
import { pipelineTags } from '../../../scripts/proof/checks/pipeline-tags';
import { pipelineTransforms } from '../../../scripts/proof/checks/pipeline-transforms';
import { pipelineTuning } from '../../../scripts/proof/checks/pipeline-tuning';
import { add, remove, set } from '../../lib/training/pipeline-definition/edited-definition';
import type { Fault } from '../edited-pipeline';

const JOB = 'TuneTrees/Arguments/TrainingJobDefinition';
const SEARCH = 'TuneTrees/Arguments/HyperParameterTuningJobConfig';
const RANGES = `${SEARCH}/ParameterRanges`;

export const JOB_FAULTS: readonly Fault[] = [
  [pipelineIsolation, 'training with a network', set('TrainLinear/Arguments/EnableNetworkIsolation', false)],
  [pipelineIsolation, 'a search with a network', remove(`${JOB}/EnableNetworkIsolation`)],
  [pipelineIsolation, 'a script with a network', remove('Assess/Arguments/NetworkConfig')],
  [pipelineIsolation, 'a model with a network', set('CreateLinearModel/Arguments/EnableNetworkIsolation', false)],
  [pipelineIsolation, 'machines that talk in the open', set('TrainLinear/Arguments/ResourceConfig/InstanceCount', 2)],
  [pipelineStopping, 'training without an end', remove('TrainLinear/Arguments/StoppingCondition')],
  [pipelineStopping, 'a script without an end', remove('Assess/Arguments/StoppingCondition/MaxRuntimeInSeconds')],
  [pipelineStopping, 'an end beyond the quota', set(`${JOB}/StoppingCondition/MaxRuntimeInSeconds`, 864_000)],
  [pipelineStopping, 'an end before the start', set('Assess/Arguments/StoppingCondition/MaxRuntimeInSeconds', 30)],
  [pipelineStopping, 'spot capacity without a limit', set('TrainLinear/Arguments/EnableManagedSpotTraining', true)],
  [
    pipelineStopping,
    'less waiting than running',
    set('TrainLinear/Arguments/EnableManagedSpotTraining', true),
    set('TrainLinear/Arguments/StoppingCondition/MaxWaitTimeInSeconds', 600),
  ],
  [pipelineTags, 'a job without tags', remove('ScoreTest/Arguments/Tags')],
  [
    pipelineTags,
    'a job without one of the tags',
    remove('TuneTrees/Arguments/Tags/3'),
    set('TuneTrees/Arguments/Tags/3', { Key: 'owner', Value: 'us' }),
  ],
  [pipelineTags, 'a job of another environment', set('CreateModel/Arguments/Tags/1/Value', 'production')],
  [pipelineTags, 'a tag without a value', set('CreateModel/Arguments/Tags/1/Value', '')],
  [pipelineTags, 'a tag twice', add('CreateModel/Arguments/Tags', { Key: 'ml:model', Value: 'churn' })],
  [pipelineTags, 'a tag of AWS', add('CreateModel/Arguments/Tags', { Key: 'aws:owner', Value: 'us' })],
  [pipelineRetries, 'a job without retries', remove('TrainLinear/RetryPolicies')],
  [
    pipelineRetries,
    'a request that gives up at throttling',
    set('Register/RetryPolicies/0/ExceptionType', ['Step.SERVICE_FAULT']),
  ],
  [
    pipelineRetries,
    'a job that gives up for lack of capacity',
    set('Assess/RetryPolicies/1/ExceptionType', ['SageMaker.JOB_INTERNAL_ERROR']),
  ],
  [
    pipelineRetries,
    'a search that retries what it cannot',
    add('TuneTrees/RetryPolicies/1/ExceptionType', 'SageMaker.JOB_INTERNAL_ERROR'),
  ],
  [
    pipelineRetries,
    'one exception under two policies',
    add('ScoreTest/RetryPolicies/1/ExceptionType', 'Step.THROTTLING'),
  ],
  [pipelineRetries, 'a policy without an end', remove('ScoreTest/RetryPolicies/0/MaxAttempts')],
  [pipelineRetries, 'an exception that is no list', set('ScoreTest/RetryPolicies/0/ExceptionType', 'Step.THROTTLING')],
  [pipelineRetries, 'a policy that never tries again', set('ScoreTest/RetryPolicies/0/MaxAttempts', 0)],
  [pipelineRetries, 'attempts that come faster and faster', set('ScoreTest/RetryPolicies/0/BackoffRate', 0.5)],
  [pipelineRetries, 'a wait of days', set('ScoreTest/RetryPolicies/1/MaxAttempts', 20)],
  [
    pipelineMetrics,
    'an expression without a group',
    set(`${JOB}/AlgorithmSpecification/MetricDefinitions/0/Regex`, 'objective:auc=[0-9.]+;'),
  ],
  [
    pipelineMetrics,
    'an expression that is none',
    set(`${JOB}/AlgorithmSpecification/MetricDefinitions/0/Regex`, 'objective:auc=([0-9.+;'),
  ],
  [
    pipelineMetrics,
    'an objective that no job reports',
    set(`${SEARCH}/HyperParameterTuningJobObjective/MetricName`, 'validation:auc'),
  ],
  [
    pipelineMetrics,
    'an objective in the worse direction',
    set(`${SEARCH}/HyperParameterTuningJobObjective/Type`, 'Minimize'),
  ],
  [pipelineTuning, 'bounds in the wrong order', set(`${RANGES}/ContinuousParameterRanges/0/MaxValue`, '0.01')],
  [pipelineTuning, 'a bound that is no number', set(`${RANGES}/ContinuousParameterRanges/0/MaxValue`, 'high')],
  [pipelineTuning, 'a broken whole number', set(`${RANGES}/IntegerParameterRanges/0/MaxValue`, '8.5')],
  [pipelineTuning, 'a logarithm of nothing', set(`${RANGES}/ContinuousParameterRanges/0/MinValue`, '0')],
  [pipelineTuning, 'a hyperparameter both fixed and searched', set(`${JOB}/StaticHyperParameters/eta`, '0.1')],
  [pipelineTuning, 'a hyperparameter searched twice', set(`${RANGES}/ContinuousParameterRanges/0/Name`, 'lambda')],
  [pipelineTuning, 'a search of nothing', set(RANGES, {})],
  [pipelineTuning, 'more jobs at a time than in all', set(`${SEARCH}/ResourceLimits/MaxParallelTrainingJobs`, 5)],
  [pipelineTuning, 'jobs without number', remove(`${SEARCH}/ResourceLimits/MaxNumberOfTrainingJobs`)],
  [pipelineTransforms, 'a model of no step', set('ScoreTest/Arguments/ModelName', 'churn')],
  [
    pipelineTransforms,
    'scores in another format than the input',
    set('ScoreTest/Arguments/TransformOutput/Accept', 'application/json'),
  ],
  [pipelineTransforms, 'scores that are not put together', remove('ScoreTest/Arguments/TransformOutput/AssembleWith')],
  [pipelineTransforms, 'a batch of input that is not split', remove('ScoreTest/Arguments/TransformInput/SplitType')],
  [pipelineTransforms, 'a filter by name in CSV', set('ScoreTest/Arguments/DataProcessing/InputFilter', '$.features')],
  [pipelineTransforms, 'a filter without a join', remove('ScoreLinear/Arguments/DataProcessing/JoinSource')],
  [pipelineTransforms, 'more at a time than fits', set('ScoreTest/Arguments/MaxConcurrentTransforms', 20)],
  [pipelineMachines, 'a thousand machines', set('ScoreTest/Arguments/TransformResources/InstanceCount', 1000)],
  [pipelineMachines, 'a disk of petabytes', set('TrainLinear/Arguments/ResourceConfig/VolumeSizeInGB', 20_000)],
  [pipelineMachines, 'a search of thousands of jobs', set(`${SEARCH}/ResourceLimits/MaxNumberOfTrainingJobs`, 4000)],
  [
    pipelineTransforms,
    'models that get other columns',
    set('ScoreLinear/Arguments/DataProcessing/InputFilter', '$[2:]'),
  ],
  [pipelineTransforms, 'scores without their input', remove('ScoreTest/Arguments/DataProcessing/JoinSource')],
];

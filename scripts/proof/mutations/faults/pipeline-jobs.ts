import { append, put, remove, rename, reword } from '../edits';
import { faultsOf } from '../fault';
import { definition, properties, withIdOf } from '../seeds';

const PIPELINE = 'Training/Pipeline';
const TRAIN = 'Steps/Name=TrainLinear';
const TUNE = 'Steps/Name=TuneTrees/Arguments/HyperParameterTuningJobConfig';
const ASSESS = 'Steps/Name=Assess/Arguments';
const REGISTER = 'Steps/Name=Gate/Arguments/IfSteps/Name=Register';

/** Jobs that a pipeline starts and that SageMaker would refuse, or that would work on the wrong thing. */
export const PIPELINE_JOBS = faultsOf('pipeline-jobs', [
  [
    'instance-misspelt',
    'an instance type that does not exist',
    definition(PIPELINE, put(`${TRAIN}/Arguments/ResourceConfig/InstanceType`, 'ml.m5.larg')),
  ],
  [
    'instance-not-for-use',
    'an instance type that transform jobs do not have',
    definition(PIPELINE, put('Steps/Name=ScoreTest/Arguments/TransformResources/InstanceType', 'ml.t3.medium')),
  ],
  [
    'image-of-other-region',
    'an image of another region',
    definition(PIPELINE, reword(TRAIN, 'us-east-1.amazonaws.com', 'eu-west-1.amazonaws.com')),
  ],
  [
    'image-account',
    'an image of an account that does not publish it',
    definition(PIPELINE, reword('Steps/Name=CreateModel', '683313688378', '246618743249')),
  ],
  [
    'images-differ',
    'a model that is scored with another version than it is trained with',
    definition(PIPELINE, reword('Steps/Name=CreateModel', 'sagemaker-xgboost:3.0-5', 'sagemaker-xgboost:1.7-1')),
  ],
  [
    'role-is-a-bucket',
    'the ARN of a bucket where a role belongs',
    withIdOf('Training/ModelsBucket', (bucket) =>
      definition(PIPELINE, put(`${TRAIN}/Arguments/RoleArn`, `arn:aws:s3:::${bucket.toLowerCase()}`)),
    ),
  ],
  [
    'role-of-the-pipeline',
    'a job that runs as the pipeline instead of as the role for jobs',
    withIdOf('Training/PipelineRolesJob', (job) =>
      withIdOf('Training/PipelineRolesPipeline', (pipeline) =>
        properties(PIPELINE, reword('PipelineDefinition', job, pipeline)),
      ),
    ),
  ],
  ['tags-missing', 'a job without tags', definition(PIPELINE, remove(`${TRAIN}/Arguments/Tags`))],
  [
    'tag-misspelt',
    'a job with the tag of the project under another name',
    definition(PIPELINE, put('Steps/Name=TuneTrees/Arguments/Tags/Key=ml:project/Key', 'project')),
  ],
  [
    'runtime-unlimited',
    'a training that nothing stops',
    definition(PIPELINE, remove(`${TRAIN}/Arguments/StoppingCondition`)),
  ],
  [
    'runtime-in-minutes',
    'a time limit in minutes',
    definition(PIPELINE, put(`${TRAIN}/Arguments/StoppingCondition/MaxRuntimeInSeconds`, '30m')),
  ],
  [
    'volume-missing',
    'a training without disk',
    definition(PIPELINE, remove(`${TRAIN}/Arguments/ResourceConfig/VolumeSizeInGB`)),
  ],
  [
    'retry-of-unknown',
    'a retry of an exception that does not exist',
    definition(PIPELINE, put(`${TRAIN}/RetryPolicies/1/ExceptionType/1`, 'SageMaker.INSUFFICIENT_CAPACITY')),
  ],
  [
    'retry-not-of-this-step',
    'a retry that tuning steps do not know',
    definition(PIPELINE, append('Steps/Name=TuneTrees/RetryPolicies/1/ExceptionType', 'SageMaker.JOB_INTERNAL_ERROR')),
  ],
  [
    'retries-too-many',
    'more attempts than there may be',
    definition(PIPELINE, put(`${TRAIN}/RetryPolicies/0/MaxAttempts`, 50)),
  ],
  ['retries-none', 'no retries of what passes by itself', definition(PIPELINE, remove(`${TRAIN}/RetryPolicies`))],
  [
    'channel-twice',
    'two channels of one name',
    definition(PIPELINE, put(`${TRAIN}/Arguments/InputDataConfig/1/ChannelName`, 'train')),
  ],
  [
    'channel-missing',
    'no channel with the code that the hyperparameters name',
    definition(PIPELINE, remove(`${TRAIN}/Arguments/InputDataConfig/ChannelName=code`)),
  ],
  [
    'content-type-missing',
    'a channel without the type of its content',
    definition(PIPELINE, remove(`${TRAIN}/Arguments/InputDataConfig/ChannelName=train/ContentType`)),
  ],
  [
    'hyperparameter-number',
    'a hyperparameter as a number',
    definition(PIPELINE, put(`${TRAIN}/Arguments/HyperParameters/num_round`, 200)),
  ],
  [
    'code-elsewhere',
    'code that no asset brings there',
    definition(PIPELINE, reword(`${TRAIN}/Arguments/InputDataConfig/ChannelName=code`, '.gz', '.zip')),
  ],
  [
    'submit-directory',
    'the place of the code under another channel',
    definition(PIPELINE, reword(`${TRAIN}/Arguments/HyperParameters`, '/input/data/code/', '/input/data/source/')),
  ],
  [
    'without-isolation',
    'a training that may call the network',
    definition(PIPELINE, put(`${TRAIN}/Arguments/EnableNetworkIsolation`, false)),
  ],
  [
    'assessment-without-isolation',
    'a processing job that may call the network',
    definition(PIPELINE, remove(`${ASSESS}/NetworkConfig`)),
  ],
  [
    'volume-without-key',
    'the disk of a training without our key',
    definition(PIPELINE, remove(`${TRAIN}/Arguments/ResourceConfig/VolumeKmsKeyId`)),
  ],
  [
    'output-without-key',
    'a model written without our key',
    definition(PIPELINE, remove(`${TRAIN}/Arguments/OutputDataConfig/KmsKeyId`)),
  ],
  [
    'objective-not-measured',
    'tuning for a metric that no definition reads',
    definition(PIPELINE, put(`${TUNE}/HyperParameterTuningJobObjective/MetricName`, 'validation:auc')),
  ],
  [
    'range-upside-down',
    'a range whose end lies below its start',
    definition(PIPELINE, put(`${TUNE}/ParameterRanges/IntegerParameterRanges/Name=max_depth/MinValue`, '12')),
  ],
  [
    'range-logarithmic-of-zero',
    'a logarithmic range from zero',
    definition(PIPELINE, put(`${TUNE}/ParameterRanges/ContinuousParameterRanges/Name=eta/MinValue`, '0')),
  ],
  [
    'parallel-above-all',
    'more jobs at once than there are',
    definition(PIPELINE, put(`${TUNE}/ResourceLimits/MaxParallelTrainingJobs`, 8)),
  ],
  [
    'tuned-and-static',
    'a hyperparameter that is tuned and fixed',
    definition(
      PIPELINE,
      put('Steps/Name=TuneTrees/Arguments/TrainingJobDefinition/StaticHyperParameters/max_depth', '6'),
    ),
  ],
  [
    'split-type',
    'a way of splitting that does not exist',
    definition(PIPELINE, put('Steps/Name=ScoreTest/Arguments/TransformInput/SplitType', 'Lines')),
  ],
  [
    'join-source',
    'a join with something that does not exist',
    definition(PIPELINE, put('Steps/Name=ScoreTest/Arguments/DataProcessing/JoinSource', 'Inputs')),
  ],
  [
    'processing-path',
    'an input outside of the folder that processing has',
    definition(PIPELINE, put(`${ASSESS}/ProcessingInputs/InputName=model/S3Input/LocalPath`, '/opt/ml/model')),
  ],
  [
    'argument-of-no-input',
    'an argument that points to a folder where no input goes',
    definition(PIPELINE, reword(`${ASSESS}/AppSpecification`, '/input/test-scores', '/input/scores')),
  ],
  [
    'entry-point-of-no-input',
    'an entry point that no input brings',
    definition(PIPELINE, reword(`${ASSESS}/AppSpecification/ContainerEntrypoint`, '/input/code/', '/input/source/')),
  ],
  [
    'upload-mode',
    'a time for uploading that does not exist',
    definition(PIPELINE, put(`${ASSESS}/ProcessingOutputConfig/Outputs/OutputName=bias/S3Output/S3UploadMode`, 'End')),
  ],
  [
    'camel-case',
    'arguments in camelCase',
    definition(PIPELINE, rename(`${TRAIN}/Arguments/ResourceConfig`, 'resourceConfig')),
  ],
  [
    'argument-unknown',
    'an argument that the call does not have',
    definition(PIPELINE, put(`${TRAIN}/Arguments/Timeout`, 3600)),
  ],
  [
    'group-unknown',
    'versions registered in a group that no template has',
    definition(PIPELINE, put(`${REGISTER}/Arguments/ModelPackageGroupName`, 'ml-lifecycle-sandbox-models')),
  ],
  [
    'approved-by-nobody',
    'versions that register as approved',
    definition(PIPELINE, put(`${REGISTER}/Arguments/ModelApprovalStatus`, 'Approved')),
  ],
  [
    'approval-misspelt',
    'an approval status that does not exist',
    definition(PIPELINE, put(`${REGISTER}/Arguments/ModelApprovalStatus`, 'Pending')),
  ],
  [
    'package-without-container',
    'a version without containers',
    definition(PIPELINE, remove(`${REGISTER}/Arguments/InferenceSpecification/Containers`)),
  ],
  [
    'metadata-number',
    'metadata that are no text',
    definition(PIPELINE, put(`${REGISTER}/Arguments/CustomerMetadataProperties/cause`, 1)),
  ],
  [
    'function-unknown',
    'a function that no template has',
    definition(
      PIPELINE,
      put('Steps/Name=Evaluate/FunctionArn', 'arn:aws:lambda:us-east-1:111111111111:function:evaluate-model'),
    ),
  ],
  [
    'function-argument',
    'an argument that the function does not read',
    definition(PIPELINE, rename('Steps/Name=Evaluate/Arguments/validationScores', 'validationScore')),
  ],
  [
    'model-without-isolation',
    'a model for scoring that may call the network',
    definition(PIPELINE, put('Steps/Name=CreateModel/Arguments/EnableNetworkIsolation', false)),
  ],
]);

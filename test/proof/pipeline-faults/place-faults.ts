import { pipelineContainers } from '../../../scripts/proof/checks/pipeline-containers';
import { pipelineEncryption } from '../../../scripts/proof/checks/pipeline-encryption';
import { pipelineImages } from '../../../scripts/proof/checks/pipeline-images';
import { pipelineOutputs } from '../../../scripts/proof/checks/pipeline-outputs';
import { pipelinePlaces } from '../../../scripts/proof/checks/pipeline-places';
import { pipelineRoles } from '../../../scripts/proof/checks/pipeline-roles';
import { remove, set } from '../../lib/training/pipeline-definition/edited-definition';
import { type Fault, idOf, token } from '../edited-pipeline';

const ROLE = idOf('AWS::IAM::Role', /RolesJob/);
const BUCKET = { 'Fn::GetAtt': [idOf('AWS::S3::Bucket', /^Models/), 'Arn'] };
const URI = {
  TransformOutput: 'Arguments/TransformOutput/S3OutputPath',
  Model: 'Arguments/PrimaryContainer/ModelDataUrl',
};
const JOB = 'TuneTrees/Arguments/TrainingJobDefinition';
const IMAGE = 'TrainLinear/Arguments/AlgorithmSpecification/TrainingImage';

export const PLACE_FAULTS: readonly Fault[] = [
  [
    pipelinePlaces,
    'a bucket of elsewhere',
    set(`ScoreTest/${URI.TransformOutput}/Std:Join/Values/0`, 's3://models/runs'),
  ],
  [
    pipelinePlaces,
    'a bucket that is a key',
    set(`ScoreTest/${URI.TransformOutput}/Std:Join/Values/0`, `s3://${token({ Ref: ROLE })}/runs`),
  ],
  [pipelinePlaces, 'a default in a bucket of elsewhere', set('$/Parameters/0/DefaultValue', 's3://datasets/churn')],
  [pipelinePlaces, 'a default that is no place', set('$/Parameters/0/DefaultValue', 'churn')],
  [pipelinePlaces, 'an ARN instead of a place', set(`ScoreTest/${URI.TransformOutput}`, 'arn:aws:s3:::models')],
  [
    pipelinePlaces,
    'code that no assembly publishes',
    set(
      'Assess/Arguments/ProcessingInputs/0/S3Input/S3Uri',
      's3://cdk-hnb659fds-assets-111111111111-us-east-1/0000.zip',
    ),
  ],
  [
    pipelinePlaces,
    'an asset of another region',
    set(
      'Assess/Arguments/ProcessingInputs/0/S3Input/S3Uri',
      `s3://cdk-hnb659fds-assets-${token({ Ref: 'AWS::AccountId' })}-eu-west-1/a.zip`,
    ),
  ],
  [
    pipelinePlaces,
    'an empty folder in a place',
    set('TrainLinear/Arguments/OutputDataConfig/S3OutputPath/Std:Join/Values/2', '/TrainLinear'),
  ],
  [
    pipelinePlaces,
    'a name where a place belongs',
    set(`CreateLinearModel/${URI.Model}`, { Get: 'Steps.TrainLinear.TrainingJobName' }),
  ],
  [
    pipelineOutputs,
    'an output that the next run overwrites',
    set(`ScoreTest/${URI.TransformOutput}/Std:Join/Values/1`, 'latest'),
  ],
  [
    pipelineOutputs,
    'two outputs at one place',
    set(`ScoreTest/${URI.TransformOutput}/Std:Join/Values/2`, 'ScoreValidation'),
  ],
  [pipelineOutputs, 'a model of another step', set(`CreateModel/${URI.Model}/Std:Join/Values/2`, 'TrainLinear')],
  [
    pipelineOutputs,
    'a model in a folder that the job does not write',
    set(`CreateModel/${URI.Model}/Std:Join/Values/4`, 'model'),
  ],
  [
    pipelineContainers,
    'a script in another folder',
    set('Assess/Arguments/AppSpecification/ContainerEntrypoint/1', '/opt/ml/processing/code/x.zip'),
  ],
  [
    pipelineContainers,
    'a script that is not the one put there',
    set('Assess/Arguments/AppSpecification/ContainerEntrypoint/1', '/opt/ml/processing/input/code/assess.py'),
  ],
  [
    pipelineContainers,
    'an argument that names no input',
    set('Assess/Arguments/AppSpecification/ContainerArguments/1', '/opt/ml/processing/input/models'),
  ],
  [
    pipelineContainers,
    'an output that nobody collects',
    set('Assess/Arguments/ProcessingOutputConfig/Outputs/1/S3Output/LocalPath', '/opt/ml/processing/output/biases'),
  ],
  [
    pipelineContainers,
    'inputs of one folder',
    set('Assess/Arguments/ProcessingInputs/2/S3Input/LocalPath', '/opt/ml/processing/input/model'),
  ],
  [
    pipelineContainers,
    'an input within another',
    set('Assess/Arguments/ProcessingInputs/4/S3Input/LocalPath', '/opt/ml/processing/input/model/facets'),
  ],
  [
    pipelineContainers,
    'a folder of another kind of job',
    set('Assess/Arguments/ProcessingInputs/4/S3Input/LocalPath', '/opt/ml/input/facets'),
  ],
  [pipelineContainers, 'two inputs of one name', set('Assess/Arguments/ProcessingInputs/2/InputName', 'model')],
  [pipelineContainers, 'two channels of one name', set('TrainLinear/Arguments/InputDataConfig/1/ChannelName', 'train')],
  [
    pipelineContainers,
    'code from a channel that is not there',
    set('TrainLinear/Arguments/InputDataConfig/2/ChannelName', 'source'),
  ],
  [
    pipelineContainers,
    'code under another name',
    set('TrainLinear/Arguments/HyperParameters/sagemaker_submit_directory', '/opt/ml/input/data/code/code.tar.gz'),
  ],
  [
    pipelineContainers,
    'a program without its archive',
    remove(`${JOB}/StaticHyperParameters/sagemaker_submit_directory`),
  ],
  [
    pipelineImages,
    'an image of a wrong account',
    set(IMAGE, '683313688379.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:3.0-5'),
  ],
  [
    pipelineImages,
    'an image of another region',
    set(IMAGE, '141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:3.0-5'),
  ],
  [
    pipelineImages,
    'a tag that does not exist',
    set(IMAGE, '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:3.0-6'),
  ],
  [pipelineImages, 'no tag', set(IMAGE, '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost')],
  [
    pipelineImages,
    'a repository of nobody',
    set(IMAGE, '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgb:3.0-5'),
  ],
  [
    pipelineImages,
    'an image of elsewhere',
    set('Assess/Arguments/AppSpecification/ImageUri', 'docker.io/library/python:3.12'),
  ],
  [
    pipelineImages,
    'a served version that is not the trained one',
    set(
      'Register/Arguments/InferenceSpecification/Containers/0/Image',
      '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1',
    ),
  ],
  [pipelineRoles, 'a role of elsewhere', set('TrainLinear/Arguments/RoleArn', 'arn:aws:iam::111111111111:role/Admin')],
  [pipelineRoles, 'a bucket instead of a role', set(`${JOB}/RoleArn`, token(BUCKET))],
  [pipelineRoles, 'a model without a role', remove('CreateModel/Arguments/ExecutionRoleArn')],
  [
    pipelineRoles,
    'the name of a role',
    set('CreateModel/Arguments/ExecutionRoleArn', token({ Ref: idOf('AWS::IAM::Role', /RolesJob/) })),
  ],
  [pipelineEncryption, 'an output without a key', remove('TrainLinear/Arguments/OutputDataConfig/KmsKeyId')],
  [pipelineEncryption, 'outputs of a script without a key', remove('Assess/Arguments/ProcessingOutputConfig/KmsKeyId')],
  [pipelineEncryption, 'scores without a key', remove('ScoreTest/Arguments/TransformOutput/KmsKeyId')],
  [pipelineEncryption, 'a volume of a search without a key', remove(`${JOB}/ResourceConfig/VolumeKmsKeyId`)],
  [
    pipelineEncryption,
    'a volume of a script without a key',
    remove('Assess/Arguments/ProcessingResources/ClusterConfig/VolumeKmsKeyId'),
  ],
  [
    pipelineEncryption,
    'a key for a local disk',
    set('TrainLinear/Arguments/ResourceConfig/InstanceType', 'ml.m5d.large'),
  ],
  [pipelineEncryption, 'a key of AWS', set('TrainLinear/Arguments/OutputDataConfig/KmsKeyId', 'alias/aws/s3')],
  [
    pipelineEncryption,
    'a bucket instead of a key',
    set('TrainLinear/Arguments/OutputDataConfig/KmsKeyId', token(BUCKET)),
  ],
  [
    pipelineOutputs,
    'a report that nobody writes',
    set('Register/Arguments/CustomerMetadataProperties/evaluation/Std:Join/Values/2', 'Evaluation'),
  ],
  [
    pipelineOutputs,
    'a run that is no folder of its own',
    set('ScoreTest/Arguments/TransformOutput/S3OutputPath/Std:Join/On', '-'),
  ],
];

import { pipelineAccess } from '../../scripts/proof/checks/pipeline-access';
import { pipelineChannels } from '../../scripts/proof/checks/pipeline-channels';
import { pipelineLambdaArguments } from '../../scripts/proof/checks/pipeline-lambda-arguments';
import { remove, set } from '../lib/training/pipeline-definition/edited-definition';
import { idOf, testPipelineChecks, token } from './edited-pipeline';

const TRAIN = 'TrainLinear/Arguments/InputDataConfig';
const SEARCH = 'TuneTrees/Arguments/TrainingJobDefinition';
const ROLE = 'AWS::IAM::Role';
const roleOf = (id: RegExp) => token({ 'Fn::GetAtt': [idOf(ROLE, id), 'Arn'] });
const join = (...Values: unknown[]) => ({ 'Std:Join': { On: '/', Values } });

testPipelineChecks(
  [pipelineAccess, 'training as the pipeline', set('TrainLinear/Arguments/RoleArn', roleOf(/RolesPipeline/))],
  [pipelineAccess, 'a search as the pipeline', set(`${SEARCH}/RoleArn`, roleOf(/RolesPipeline/))],
  [pipelineAccess, 'a script as the pipeline', set('Assess/Arguments/RoleArn', roleOf(/RolesPipeline/))],
  [
    pipelineAccess,
    'a model as the role of a function',
    set('CreateModel/Arguments/ExecutionRoleArn', roleOf(/StartTraining/)),
  ],
  [
    pipelineAccess,
    'output where nobody may write',
    set('TrainLinear/Arguments/OutputDataConfig/S3OutputPath', 's3://somebody/runs'),
  ],
  [
    pipelineAccess,
    'output in another folder',
    set(
      'TrainLinear/Arguments/OutputDataConfig/S3OutputPath',
      join(`s3://${token({ Ref: idOf('AWS::S3::Bucket', /^Models/) })}/elsewhere`, 'x'),
    ),
  ],
  [
    pipelineAccess,
    'data that the job may not read',
    set(`${TRAIN}/0/DataSource/S3DataSource/S3Uri`, 's3://somebody/train/'),
  ],
  [
    pipelineAccess,
    'reports where nobody may write',
    set('Assess/Arguments/ProcessingOutputConfig/Outputs/1/S3Output/S3Uri', 's3://somebody/bias'),
  ],
  [pipelineChannels, 'data without a type', remove(`${TRAIN}/0/ContentType`)],
  [pipelineChannels, 'data of a search without a type', remove(`${SEARCH}/InputDataConfig/1/ContentType`)],
  [pipelineChannels, 'data of two types', set(`${TRAIN}/1/ContentType`, 'text/libsvm')],
  [pipelineChannels, 'a type that is none', set(`${TRAIN}/0/ContentType`, 'csv')],
  [
    pipelineChannels,
    'a kind of place that there is not',
    set(`${TRAIN}/0/DataSource/S3DataSource/S3DataType`, 'Prefix'),
  ],
  [
    pipelineChannels,
    'a way of sharing that there is not',
    set(`${TRAIN}/0/DataSource/S3DataSource/S3DataDistributionType`, 'Sharded'),
  ],
  [pipelineChannels, 'a compression that there is not', set(`${TRAIN}/0/CompressionType`, 'Zip')],
  [pipelineChannels, 'a mode in capital letters', set(`${TRAIN}/0/InputMode`, 'FILE')],
  [
    pipelineLambdaArguments,
    'an argument in the singular',
    remove('Evaluate/Arguments/validationScores'),
    set('Evaluate/Arguments/validationScore', 's3://a/b'),
  ],
  [pipelineLambdaArguments, 'an argument that is missing', remove('Evaluate/Arguments/modelData')],
  [pipelineLambdaArguments, 'another that is missing', remove('Evaluate/Arguments/output')],
  [pipelineLambdaArguments, 'one that nobody reads', set('Evaluate/Arguments/trainingScores', 's3://a/b')],
  [
    pipelineLambdaArguments,
    'an output that nobody answers',
    set('Evaluate/OutputParameters/0/OutputName', 'approvedByTest'),
  ],
);

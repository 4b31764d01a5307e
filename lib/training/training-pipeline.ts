import { posix } from 'node:path';
import { Duration, Stack } from 'aws-cdk-lib';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { CfnPipeline } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { xgboostImage } from '../config/container-images';
import type { LakeZone } from '../data-lake/lake-zone';
import type { ModelRegistry } from '../model-registry/model-registry';
import { PhaseStack } from '../shared/phase-stack';
import type { ModelEvaluation } from './model-evaluation';
import type { ModelStorage } from './model-storage';
import { trainingPipeline } from './pipeline-definition/training-pipeline';
import { validatePipelineDefinition } from './pipeline-definition/validate-pipeline-definition';
import { TrainingCode } from './training-code';
import { TrainingRoles } from './training-roles';

export interface TrainingPipelineProps {
  readonly key: IKey;
  readonly datasets: LakeZone;
  readonly models: ModelStorage;
  readonly registry: ModelRegistry;
  readonly evaluation: ModelEvaluation;
}

/** Smallest disk that leaves room for the image's work beside the data. */
const VOLUME_GIGABYTES = 20;
const LINEAR_ROUNDS = 200;

/** The SageMaker Pipeline from datasets to a version that waits for approval; refuses at synth what AWS would at run time. */
export class TrainingPipeline extends Construct {
  public readonly pipelineName: string;
  private readonly roles: TrainingRoles;

  public constructor(scope: Construct, id: string, props: TrainingPipelineProps) {
    super(scope, id);
    const stack = PhaseStack.of(this);
    const { dataset } = stack.lifecycle;
    this.pipelineName = stack.fixedName(dataset.name);
    const code = new TrainingCode(this, 'Code');
    this.roles = new TrainingRoles(this, 'Roles', { ...props, code });
    const definition = this.definition(props, code);
    const problems = validatePipelineDefinition(definition, {
      modelPackageGroupName: props.registry.groupName,
      tagKeys: Object.keys(stack.costTags),
      images: [xgboostImage(stack.lifecycle.config.region)],
    });
    if (problems.length > 0) throw new Error(`the training pipeline is not valid:\n${problems.join('\n')}`);
    const pipeline = new CfnPipeline(this, 'Resource', {
      pipelineName: this.pipelineName,
      pipelineDescription: `Trains, judges and registers ${dataset.name}`,
      // Untyped in the CDK: PascalCase as CloudFormation reads it.
      pipelineDefinition: { PipelineDefinitionBody: stack.toJsonString(definition) },
      roleArn: this.roles.pipeline.roleArn,
    });
    pipeline.node.addDependency(this.roles);
  }

  /** Lets `grantee` start runs and see how they go. */
  public grantStart(grantee: IGrantable): Grant {
    const arn = Stack.of(this).formatArn({
      service: 'sagemaker',
      resource: 'pipeline',
      resourceName: this.pipelineName,
    });
    return Grant.addToPrincipal({
      grantee,
      actions: [
        'sagemaker:StartPipelineExecution',
        'sagemaker:ListPipelineExecutions',
        'sagemaker:DescribePipelineExecution',
      ],
      resourceArns: [arn, `${arn}/execution/*`],
    });
  }

  public metricFailed(): IMetric {
    return new Metric({
      namespace: 'AWS/Sagemaker/ModelBuildingPipeline',
      metricName: 'ExecutionFailed',
      dimensionsMap: { PipelineName: this.pipelineName },
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
  }

  private definition({ key, datasets, models, registry, evaluation }: TrainingPipelineProps, code: TrainingCode) {
    const { costTags, lifecycle } = PhaseStack.of(this);
    const { training, serving, region } = lifecycle.config;
    const [codeFolderUri, codeFileName] = folderAndFile(code.training);
    const [assessmentFolderUri, assessmentFileName] = folderAndFile(code.assessment);
    return trainingPipeline({
      roleArn: this.roles.job.roleArn,
      image: xgboostImage(region),
      trainingInstanceType: training.trainingInstanceType,
      transformInstanceType: training.transformInstanceType,
      processingInstanceType: training.processingInstanceType,
      inferenceInstanceType: serving.realTime.instanceType,
      volumeSizeInGB: VOLUME_GIGABYTES,
      maximumRuntimeSeconds: Duration.minutes(training.maximumRuntimeMinutes).toSeconds(),
      kmsKeyArn: key.keyArn,
      runsUri: models.runsUri,
      defaultDatasetsUri: `${datasets.uri}/none-prepared-yet`,
      codeFolderUri,
      codeFileName,
      codeHash: code.training.assetHash,
      assessmentFolderUri,
      assessmentFileName,
      datasetDescriptionUri: code.datasetDescription.s3ObjectUrl,
      evaluateFunctionArn: evaluation.functionArn,
      modelPackageGroupName: registry.groupName,
      tags: costTags,
      linearRounds: LINEAR_ROUNDS,
      tuningJobs: training.tuningJobs,
      parallelTuningJobs: training.parallelTuningJobs,
    });
  }
}

/** Where a job finds an asset: the folder's URI and the file's name. The key is known at synth, the URL is not. */
function folderAndFile({ s3BucketName, s3ObjectKey }: Asset): [folderUri: string, file: string] {
  const { dir, base } = posix.parse(s3ObjectKey);
  return [[`s3://${s3BucketName}`, dir].filter((part) => part !== '').join('/'), base];
}

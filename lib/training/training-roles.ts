import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { LakeZone } from '../data-lake/lake-zone';
import type { ModelRegistry } from '../model-registry/model-registry';
import { confineJobs } from '../shared/confine-jobs';
import { grantContainer } from '../shared/grant-container';
import { grantVolumes } from '../shared/grant-volumes';
import { PhaseStack } from '../shared/phase-stack';
import { ServiceRole } from '../shared/service-role';
import type { ModelEvaluation } from './model-evaluation';
import type { ModelStorage } from './model-storage';
import type { TrainingCode } from './training-code';

export interface TrainingRolesProps {
  readonly key: IKey;
  readonly datasets: LakeZone;
  readonly models: ModelStorage;
  readonly registry: ModelRegistry;
  readonly evaluation: ModelEvaluation;
  readonly code: TrainingCode;
}

/** Two roles: the pipeline starts jobs and registers versions, the jobs read data and write models; neither does both. */
export class TrainingRoles extends Construct {
  public readonly pipeline: ServiceRole;
  public readonly job: ServiceRole;

  public constructor(scope: Construct, id: string, props: TrainingRolesProps) {
    super(scope, id);
    this.job = new ServiceRole(this, 'Job', 'sagemaker.amazonaws.com', 'Runs training, scoring and assessment jobs');
    this.pipeline = new ServiceRole(this, 'Pipeline', 'sagemaker.amazonaws.com', 'Starts jobs and registers versions');
    this.grantToJobs(props);
    this.grantToPipeline(props);
    const { lifecycle, costTags } = PhaseStack.of(this);
    const { training } = lifecycle.config;
    confineJobs(this.pipeline, {
      instanceTypes: [training.trainingInstanceType, training.transformInstanceType, training.processingInstanceType],
      longestRun: Duration.minutes(training.maximumRuntimeMinutes),
      tagKeys: Object.keys(costTags),
    });
  }

  private grantToJobs({ key, datasets, models, code }: TrainingRolesProps): void {
    datasets.grantRead(this.job);
    models.grantReadWrite(this.job);
    code.grantRead(this.job);
    grantVolumes(key, this.job);
    grantContainer(this.job);
  }

  private grantToPipeline({ key, models, registry, evaluation }: TrainingRolesProps): void {
    const role = this.pipeline;
    const jobs: Record<string, string> = {
      TrainingJob: 'training-job',
      HyperParameterTuningJob: 'hyper-parameter-tuning-job',
      TransformJob: 'transform-job',
      ProcessingJob: 'processing-job',
    };
    for (const [job, resource] of Object.entries(jobs))
      this.allow(
        role,
        [`sagemaker:Create${job}`, `sagemaker:Describe${job}`, `sagemaker:Stop${job}`],
        [this.arn(resource)],
      );
    this.allow(
      role,
      ['sagemaker:ListTrainingJobsForHyperParameterTuningJob'],
      [this.arn('hyper-parameter-tuning-job')],
    );
    this.allow(role, ['sagemaker:CreateModel', 'sagemaker:DescribeModel'], [this.arn('model')]);
    this.allow(
      role,
      ['sagemaker:AddTags', 'sagemaker:ListTags'],
      [...Object.values(jobs), 'model'].map((type) => this.arn(type)),
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [this.job.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
      }),
    );
    registry.grantRegister(role);
    evaluation.grantInvoke(role);
    // Registering checks the artifact; the gate reads the bias verdict.
    models.grantRead(role);
    grantVolumes(key, role);
  }

  private allow(role: ServiceRole, actions: string[], resources: string[]): void {
    role.addToPolicy(new PolicyStatement({ actions, resources }));
  }

  /** All of one kind in this account and region: the service names them. */
  private arn(resource: string): string {
    return Stack.of(this).formatArn({ service: 'sagemaker', resource, resourceName: '*' });
  }
}

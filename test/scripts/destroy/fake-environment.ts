import { createHash } from 'node:crypto';
import { STACK_IDS } from '../../../lib/config/stacks';
import type { FakeAccount } from './fake-account';

const FEATURE_DATABASE = 'sagemaker_featurestore';

/** One deployed environment that has run once: two ended runs of everything, and what they leave in the account. */
export class FakeEnvironment {
  public readonly machine: string;
  public readonly curate: string;
  public readonly pipeline: string;
  public readonly raw: string;
  public readonly model: string;
  /** A model and a configuration that the serving stack replaced and kept. */
  public readonly formerModel: string;
  public readonly formerConfig: string;
  public readonly realTime: string;
  public readonly endpointLogs: string;
  public readonly schedule: string;
  public readonly monitoringStream: string;
  public readonly trainingStream: string;
  public readonly glueStream: string;
  public readonly offlineTable: string;
  public readonly customResourceLogs: string;
  public readonly versions: string;
  /** Execution id of the pipeline's run. */
  public readonly run: string;

  public constructor(
    private readonly account: FakeAccount,
    public readonly prefix: string,
  ) {
    const mark = createHash('sha256').update(prefix).digest('hex').slice(0, 12);
    this.run = mark;
    this.machine = `arn:aws:states:us-east-1:111122223333:stateMachine:${prefix}-machine`;
    this.curate = `${prefix}-curate`;
    this.pipeline = `${prefix}-churn`;
    this.raw = `${prefix}-data-lake-raw-x1`;
    this.model = `pipelines-${mark}-CreateModel-AbC`;
    this.formerModel = `RealTimeModel-${mark}`;
    this.formerConfig = `RealTimeConfig-${mark}`;
    this.realTime = `${prefix}-real-time`;
    this.endpointLogs = `/aws/sagemaker/Endpoints/${this.realTime}`;
    this.schedule = `${prefix}-data-quality`;
    this.monitoringStream = `model-monitoring-${mark}/algo-1-1700000000`;
    this.trainingStream = `pipelines-${mark}-TrainLinear-AbC/algo-1-1700000000`;
    this.glueStream = `jr_${mark}_g-worker`;
    this.offlineTable = `${prefix.replaceAll('-', '_')}_churn_1700000000`;
    this.customResourceLogs = `/aws/lambda/${prefix}-data-lake-CustomS3AutoDeleteObjects-X1`;
    this.versions = `arn:aws:sagemaker:us-east-1:111122223333:model-package-group/${prefix}-churn`;
    this.deploy();
    this.runOnce();
  }

  /** What `cdk destroy --all` does: stacks go with all they hold, but for what stands outside them. */
  public readonly cdkDestroy = async (): Promise<void> => {
    const running = [...(this.account.pipelineRuns.get(this.pipeline) ?? [])].some(
      ({ status }) => status === 'Executing',
    );
    if (running) throw new Error('a pipeline that runs is not deleted');
    const serving = this.account.stacks.get(`${this.prefix}-serving`)?.status ?? '';
    if (/_IN_PROGRESS$/.test(serving)) throw new Error(`a stack in ${serving} is not deleted`);
    for (const stack of STACK_IDS) this.account.stacks.delete(`${this.prefix}-${stack}`);
    this.account.executions.delete(this.machine);
    this.account.glueRuns.delete(this.curate);
    this.account.pipelineRuns.delete(this.pipeline);
    this.account.featureDatabases.delete(this.pipeline);
    this.account.modelPackageGroups.delete(this.versions);
    this.account.buckets.delete(this.raw);
    this.account.endpoints.delete(this.realTime);
    this.account.monitoringJobs.delete(this.schedule);
  };

  private deploy(): void {
    const { account, prefix } = this;
    for (const id of STACK_IDS) account.stacks.set(`${prefix}-${id}`, { status: 'CREATE_COMPLETE', resources: {} });
    const stack = (id: string, resources: Record<string, [string, string]>) =>
      account.stacks.set(`${prefix}-${id}`, { status: 'UPDATE_COMPLETE', resources });
    stack('foundation', { Key: ['AWS::KMS::Key', `${prefix}-key`] });
    stack('data-lake', {
      Raw: ['AWS::S3::Bucket', this.raw],
      CustomS3AutoDeleteObjects: ['AWS::Lambda::Function', this.customResourceLogs.replace('/aws/lambda/', '')],
    });
    stack('feature-store', { Group: ['AWS::SageMaker::FeatureGroup', this.pipeline] });
    stack('data-preparation', {
      Curate: ['AWS::Glue::Job', this.curate],
      Machine: ['AWS::StepFunctions::StateMachine', this.machine],
    });
    stack('model-registry', { Versions: ['AWS::SageMaker::ModelPackageGroup', this.versions] });
    stack('serving', { Endpoint: ['AWS::SageMaker::Endpoint', this.realTime] });
    stack('prediction', { Account: ['AWS::ApiGateway::Account', `${prefix}-account`] });
    const schedule = `arn:aws:sagemaker:us-east-1:111122223333:monitoring-schedule/${this.schedule}`;
    stack('monitor-schedules', { Schedule: ['AWS::SageMaker::MonitoringSchedule', schedule] });
    stack('training', { Pipeline: ['AWS::SageMaker::Pipeline', this.pipeline] });
    account.executions.set(this.machine, []);
    account.buckets.set(this.raw, ['a.csv', 'b.csv', '_SUCCESS']);
    account.featureDatabases.set(this.pipeline, FEATURE_DATABASE);
    account.modelPackageGroups.add(this.versions);
  }

  private runOnce(): void {
    const { account, run } = this;
    account.glueRuns.set(this.curate, [
      { id: `jr_${run}`, status: 'SUCCEEDED' },
      { id: `jr_${run}2`, status: 'FAILED' },
    ]);
    const steps = {
      TrainingJob: `arn:aws:sagemaker:us-east-1:111122223333:training-job/pipelines-${run}-trainlinear-abc`,
      TuningJob: `arn:aws:sagemaker:us-east-1:111122223333:hyper-parameter-tuning-job/${run}-TuneTre-AbC`,
      Model: `arn:aws:sagemaker:us-east-1:111122223333:model/pipelines-${run}-createmodel-abc`,
    };
    account.pipelineRuns.set(this.pipeline, [
      { id: `arn:aws:sagemaker:us-east-1:111122223333:pipeline/p/execution/${run}`, status: 'Succeeded', steps },
    ]);
    account.models.add(this.model);
    this.serveTwice();
    this.log('/aws/sagemaker/TrainingJobs', this.trainingStream, `${run}-TuneTre-AbC-001-x/algo-1-1700000000`);
    this.log('/aws-glue/jobs/output', `jr_${run}`, this.glueStream);
    this.log(this.customResourceLogs, 'a');
    const tables = account.tables.get(FEATURE_DATABASE) ?? new Map<string, string>();
    account.tables.set(FEATURE_DATABASE, tables.set(this.offlineTable, `s3://${this.raw}/features/data`));
  }

  /** A second version has taken over from the first, and is watched. */
  private serveTwice(): void {
    const { account, prefix } = this;
    const [environment, ...project] = prefix.split('-').reverse();
    const tags = { 'ml:project': project.reverse().join('-'), 'ml:environment': environment ?? '' };
    account.endpoints.set(this.realTime, 'RealTimeConfig-of-the-stack');
    account.endpointConfigs.add(this.formerConfig);
    account.models.add(this.formerModel);
    for (const name of [this.realTime, this.formerConfig, this.formerModel]) account.tags.set(name, tags);
    account.monitoringJobs.set(this.schedule, ['', this.monitoringStream.split('/')[0] ?? '']);
    this.log(this.endpointLogs, 'main/i-1');
    this.log('/aws/sagemaker/ProcessingJobs', this.monitoringStream);
  }

  private log(group: string, ...streams: string[]): void {
    const { streams: known } = this.account.logs.get(group) ?? { streams: new Set<string>() };
    this.account.logs.set(group, { streams: new Set([...known, ...streams]) });
  }
}

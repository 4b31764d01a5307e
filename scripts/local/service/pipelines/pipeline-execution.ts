import { randomBytes } from 'node:crypto';
import type { Announcements } from '../announcements';
import { type Caller, epochSeconds, isoTime } from '../caller';
import { JobStopped, StepFailure } from '../jobs/job-failure';
import { s3Join, s3Location } from '../jobs/s3-location';
import { STEP_RUNNERS, type StepTools } from '../steps/step-runners';
import { follow, resolve, type Scope } from './expression';
import type { PipelineDefinition, Step } from './pipeline-definition';
import { assertRequest } from './step-arguments';

export interface ExecutionPlan {
  readonly pipelineName: string;
  readonly pipelineArn: string;
  readonly roleArn: string;
  readonly caller: Caller;
  readonly definition: PipelineDefinition;
  readonly parameters: ReadonlyMap<string, string | number | boolean>;
  /** Steps at once. */
  readonly parallelism: number;
  readonly displayName?: string;
  readonly description?: string;
}

/** A step as ListPipelineExecutionSteps shows it. */
interface StepRecord {
  readonly StepName: string;
  readonly StartTime: number;
  readonly AttemptCount: 1;
  StepStatus: 'Executing' | 'Stopped' | 'Failed' | 'Succeeded';
  EndTime?: number;
  FailureReason?: string;
  Metadata?: object;
}

/** API PipelineExecutionStep. */
const REASON_LENGTH = 1024;

/**
 * One run of a definition: steps start as soon as what they need has succeeded and their condition chose them. After a
 * failure no step starts any more, those that run end by themselves, and the execution fails.
 */
export class PipelineExecution {
  readonly id = randomBytes(6).toString('hex');
  readonly arn: string;
  readonly startTime = epochSeconds();
  readonly steps = new Map<string, StepRecord>();
  status: 'Executing' | 'Stopping' | 'Stopped' | 'Failed' | 'Succeeded' = 'Executing';
  private endTime?: number;
  /** What the finished steps offer to others, in the shape of their Describe responses. */
  private readonly properties = new Map<string, object>();
  private readonly stopped = new AbortController();

  constructor(
    private readonly plan: ExecutionPlan,
    private readonly tools: StepTools,
    private readonly announcements: Announcements,
  ) {
    this.arn = `${plan.pipelineArn}/execution/${this.id}`;
  }

  get isRunning(): boolean {
    return this.status === 'Executing' || this.status === 'Stopping';
  }

  /** DescribePipelineExecution's answer. */
  describe(): object {
    const times = { CreationTime: this.startTime, LastModifiedTime: this.endTime ?? this.startTime };
    return { ...this.names(), PipelineArn: this.plan.pipelineArn, FailureReason: this.failureReason(), ...times };
  }

  /** ListPipelineExecutions' form of it. */
  summary(): { readonly StartTime: number } {
    return { ...this.names(), StartTime: this.startTime, ...{ PipelineExecutionFailureReason: this.failureReason() } };
  }

  /** Runs to the end; never throws. */
  async run(): Promise<void> {
    this.become('Executing');
    const running = new Map<string, Promise<void>>();
    for (;;) {
      for (const step of this.ready().slice(0, this.plan.parallelism - running.size)) {
        running.set(
          step.Name,
          this.runStep(step).finally(() => running.delete(step.Name)),
        );
      }
      if (running.size === 0) break;
      await Promise.race(running.values());
    }
    this.endTime = epochSeconds();
    this.become(this.stopped.signal.aborted ? 'Stopped' : this.hasFailed() ? 'Failed' : 'Succeeded');
  }

  /** Stops the running jobs; the execution ends as Stopped a moment later. */
  stop(): void {
    this.become('Stopping');
    this.stopped.abort();
  }

  private names(): object {
    return {
      PipelineExecutionArn: this.arn,
      PipelineExecutionStatus: this.status,
      PipelineExecutionDisplayName: this.plan.displayName,
      PipelineExecutionDescription: this.plan.description,
    };
  }

  private failureReason(): string | undefined {
    return this.status === 'Failed' ? 'Step failure: One or multiple steps failed.' : undefined;
  }

  private hasFailed(): boolean {
    return [...this.steps.values()].some(({ StepStatus }) => StepStatus === 'Failed');
  }

  private ready(): readonly Step[] {
    if (this.stopped.signal.aborted || this.hasFailed()) return [];
    return this.plan.definition.steps.filter(({ Name, needs, branch }) => {
      if (this.steps.has(Name) || !needs.every((need) => this.steps.get(need)?.StepStatus === 'Succeeded'))
        return false;
      return !branch || follow(this.properties.get(branch.condition), ['Outcome']) === branch.outcome;
    });
  }

  private async runStep(step: Step): Promise<void> {
    const { Name: StepName, DisplayName: StepDisplayName, Description: StepDescription } = step;
    const names = { StepName, StepDisplayName, StepDescription };
    const record: StepRecord = { ...names, StartTime: epochSeconds(), StepStatus: 'Executing', AttemptCount: 1 };
    this.steps.set(StepName, record);
    this.announceStep(step, record, 'Starting');
    try {
      const args = (await resolve(step.Arguments, this.scope())) as Record<string, unknown>;
      assertRequest(step.Type, args);
      const { properties, metadata } = await STEP_RUNNERS[step.Type](step, args, this.context(step));
      this.properties.set(StepName, properties);
      record.Metadata = metadata;
      record.StepStatus = 'Succeeded';
    } catch (error) {
      record.StepStatus = error instanceof JobStopped ? 'Stopped' : 'Failed';
      record.FailureReason = reasonOf(error).slice(0, REASON_LENGTH);
      if (error instanceof StepFailure) record.Metadata = error.metadata;
    }
    record.EndTime = epochSeconds();
    this.announceStep(step, record, 'Executing');
  }

  private context({ Name }: Step) {
    const { caller, roleArn } = this.plan;
    const jobName = (limit: number): string => {
      const prefix = limit < 63 ? this.id : `pipelines-${this.id}`;
      const random = randomBytes(5).toString('hex');
      return `${prefix}-${Name.slice(0, limit - prefix.length - random.length - 2)}-${random}`;
    };
    return { ...this.tools, caller, roleArn, executionArn: this.arn, jobName, signal: this.stopped.signal };
  }

  private scope(): Scope {
    const { parameters, pipelineName, pipelineArn, definition } = this.plan;
    const names = { PipelineName: pipelineName, PipelineArn: pipelineArn };
    const ids = { PipelineExecutionId: this.id, PipelineExecutionArn: this.arn };
    const times = { StartDateTime: isoTime(this.startTime), CurrentDateTime: isoTime(epochSeconds()) };
    const variables: Record<string, string> = { ...names, ...ids, ...times };
    return {
      parameter: (name) => parameters.get(name),
      variable: (name) => variables[name],
      step: (name) => this.properties.get(name),
      propertyFile: (name, file) => {
        const files = definition.steps.find(({ Name }) => Name === name)?.PropertyFiles ?? [];
        const { OutputName = '', FilePath = '' } =
          files.find(({ PropertyFileName }) => PropertyFileName === file) ?? {};
        const path = ['ProcessingOutputConfig', 'Outputs', OutputName, 'S3Output', 'S3Uri'];
        return this.readJson(s3Join(String(follow(this.properties.get(name), path)), FilePath));
      },
    };
  }

  private async readJson(uri: string): Promise<unknown> {
    const { objects } = await this.tools.machine.cloud.actAs(this.plan.roleArn);
    const { bucket, key } = s3Location(uri);
    const body = await objects.read(bucket, key);
    if (!body) throw new Error(`ClientError: the property file ${uri} does not exist`);
    return JSON.parse(String(body));
  }

  private become(status: PipelineExecution['status']): void {
    const previousPipelineExecutionStatus = status === 'Executing' ? undefined : this.status;
    this.status = status;
    this.announce('Execution Status Change', {
      previousPipelineExecutionStatus,
      currentPipelineExecutionStatus: status,
      executionStartTime: isoTime(this.startTime),
      executionEndTime: this.endTime && isoTime(this.endTime),
    });
    if (status !== 'Stopping') this.announcements.pipelineSignal(status, this.plan.pipelineName);
  }

  private announceStep(step: Step, { StepStatus, StartTime, EndTime, ...record }: StepRecord, previous: string): void {
    this.announce('Execution Step Status Change', {
      stepName: step.Name,
      stepType: step.Type,
      previousStepStatus: previous,
      currentStepStatus: StepStatus,
      stepStartTime: isoTime(StartTime),
      stepEndTime: EndTime && isoTime(EndTime),
      failureReason: record.FailureReason,
      metadata: lowerCamel(record.Metadata ?? {}),
    });
  }

  private announce(what: string, detail: object): void {
    const { pipelineArn } = this.plan;
    this.announcements.change({
      source: 'aws.sagemaker',
      detailType: `SageMaker Model Building Pipeline ${what}`,
      resources: [pipelineArn, this.arn],
      detail: { pipelineArn, pipelineExecutionArn: this.arn, ...detail },
    });
  }
}

/** The message alone of what was meant to be read, with the name of what a service or this code threw. */
function reasonOf(error: unknown): string {
  return error instanceof Error && error.name === 'Error' ? error.message : String(error);
}

/** Events spell the metadata's members `trainingJob.arn`, the API `TrainingJob.Arn`. */
function lowerCamel(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [
    key.charAt(0).toLowerCase() + key.slice(1),
    lowerCamel(item),
  ]);
  return Object.fromEntries(entries);
}

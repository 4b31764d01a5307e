import type { Announcements } from '../announcements';
import { type Caller, epochSeconds, nameOf, sageMakerArn } from '../caller';
import { conflictException, resourceNotFound, validationException } from '../service-error';
import type { StepTools } from '../steps/step-runners';
import { parameterValues } from './parameter-values';
import { type PipelineDefinition, parsePipelineDefinition } from './pipeline-definition';
import { PipelineExecution } from './pipeline-execution';

export interface PipelineSettings {
  readonly body: string;
  readonly roleArn: string;
  readonly displayName?: string;
  readonly description?: string;
  /** Steps at once that the pipeline asks for; this machine gives two at most. */
  readonly parallelism?: number;
}

interface Pipeline extends PipelineSettings {
  readonly name: string;
  readonly arn: string;
  readonly definition: PipelineDefinition;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
  readonly executions: PipelineExecution[];
  /** Execution by the token that started it. */
  readonly tokens: Map<string, PipelineExecution>;
}

export interface StartRequest {
  readonly PipelineName: string;
  readonly ClientRequestToken: string;
  readonly PipelineParameters?: readonly { readonly Name: string; readonly Value: string }[];
  readonly PipelineExecutionDisplayName?: string;
  readonly PipelineExecutionDescription?: string;
}

/** Steps of one execution at once on this machine. */
const LOCAL_PARALLELISM = 2;

/** The deployed pipelines and their executions. */
export class Pipelines {
  private readonly pipelines = new Map<string, Pipeline>();
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly tools: StepTools,
    private readonly announcements: Announcements,
  ) {}

  create(name: string, settings: PipelineSettings, caller: Caller): void {
    if (this.pipelines.has(name)) throw validationException(`Pipeline names must be unique: ${name} already exists.`);
    const definition = parsePipelineDefinition(settings.body);
    const arn = sageMakerArn(caller, 'pipeline', name);
    const history = { executions: [], tokens: new Map(), createdAt: new Date(), modifiedAt: new Date() };
    this.pipelines.set(name, { ...settings, name, arn, definition, ...history });
  }

  update(name: string, settings: PipelineSettings): void {
    const definition = parsePipelineDefinition(settings.body);
    this.pipelines.set(name, { ...this.pipeline(name), ...settings, definition, modifiedAt: new Date() });
  }

  delete(name: string): void {
    const { executions, arn } = this.pipeline(name);
    if (executions.some(({ isRunning }) => isRunning)) {
      throw conflictException(`Pipeline ${arn} cannot be deleted while it has executions that have not ended.`);
    }
    this.pipelines.delete(name);
  }

  has(name: string): boolean {
    return this.pipelines.has(name);
  }

  describe(arnOrName: string): object {
    const pipeline = this.pipeline(arnOrName);
    return {
      PipelineArn: pipeline.arn,
      PipelineName: pipeline.name,
      PipelineDisplayName: pipeline.displayName ?? pipeline.name,
      PipelineDescription: pipeline.description,
      PipelineDefinition: pipeline.body,
      RoleArn: pipeline.roleArn,
      PipelineStatus: 'Active',
      CreationTime: epochSeconds(pipeline.createdAt),
      LastModifiedTime: epochSeconds(pipeline.modifiedAt),
      LastRunTime: pipeline.executions.at(-1)?.startTime,
    };
  }

  /** Starts an execution, once for each token. */
  start(request: StartRequest, caller: Caller): PipelineExecution {
    const pipeline = this.pipeline(request.PipelineName);
    const known = pipeline.tokens.get(request.ClientRequestToken);
    if (known) return known;
    const plan = {
      pipelineName: pipeline.name,
      pipelineArn: pipeline.arn,
      roleArn: pipeline.roleArn,
      caller,
      definition: pipeline.definition,
      parameters: parameterValues(pipeline.definition.parameters, request.PipelineParameters ?? []),
      parallelism: Math.min(LOCAL_PARALLELISM, pipeline.parallelism ?? LOCAL_PARALLELISM),
      displayName: request.PipelineExecutionDisplayName,
      description: request.PipelineExecutionDescription,
    };
    const execution = new PipelineExecution(plan, this.tools, this.announcements);
    pipeline.executions.push(execution);
    pipeline.tokens.set(request.ClientRequestToken, execution);
    const run = execution.run().finally(() => this.running.delete(run));
    this.running.add(run);
    return execution;
  }

  execution(arn: string): PipelineExecution {
    const [, name = ''] = /:pipeline\/([^/]+)\/execution\//.exec(arn) ?? [];
    const execution = this.pipelines.get(name)?.executions.find((one) => one.arn === arn);
    if (!execution) throw resourceNotFound(`Pipeline execution ${arn} does not exist.`);
    return execution;
  }

  stop(arn: string): void {
    const execution = this.execution(arn);
    if (!execution.isRunning) throw conflictException(`Pipeline execution with ARN ${arn} has already ended.`);
    if (execution.status === 'Executing') execution.stop();
  }

  /** Oldest first. */
  listExecutions(arnOrName: string): readonly { readonly StartTime: number }[] {
    return this.pipeline(arnOrName).executions.map((execution) => execution.summary());
  }

  /** Stops what runs and waits for its end. */
  async close(): Promise<void> {
    const executions = [...this.pipelines.values()].flatMap((pipeline) => pipeline.executions);
    for (const execution of executions) if (execution.status === 'Executing') execution.stop();
    await Promise.all(this.running);
  }

  private pipeline(arnOrName: string): Pipeline {
    const pipeline = this.pipelines.get(nameOf(arnOrName));
    if (!pipeline) throw resourceNotFound(`Pipeline ${arnOrName} does not exist.`);
    return pipeline;
  }
}

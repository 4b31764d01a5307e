import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LocalService, type ServiceOptions, startService } from '../../../../scripts/local/service/start-service';
import { MemoryCloud } from './memory-cloud';

const PROJECT = join(__dirname, '..', '..', '..', '..');

export const ROLE = 'arn:aws:iam::111111111111:role/worker';

/** What the service answered, as it went over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly errorType: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: the wire has no types
  readonly body: any;
}

/** The service on a port of its own with a cloud in memory and a folder that is gone afterwards. */
export class RunningService {
  private constructor(
    readonly cloud: MemoryCloud,
    readonly service: LocalService,
    readonly folder: string,
    /** What the service reported. */
    readonly reports: readonly string[],
  ) {}

  static async start(more: Partial<ServiceOptions> = {}): Promise<RunningService> {
    const cloud = new MemoryCloud();
    const folder = mkdtempSync(join(tmpdir(), 'service-'));
    const reports: string[] = [];
    const service = await startService({
      cloud,
      folder,
      pythonFolder: join(PROJECT, '.venv', 'bin'),
      containerScript: join(PROJECT, 'scripts', 'local', 'container.py'),
      offlineDelayMilliseconds: 60_000,
      report: (line) => reports.push(line),
      ...more,
    });
    return new RunningService(cloud, service, folder, reports);
  }

  async close(): Promise<void> {
    await this.service.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async send(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<WireAnswer> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const answer = await fetch(this.service.url + path, { method, headers, body: text });
    const received = await answer.text();
    const errorType = answer.headers.get('x-amzn-errortype');
    return { status: answer.status, errorType, body: received === '' ? undefined : JSON.parse(received) };
  }

  /** One operation of SageMaker or Glue, or of another service with its name before it, as the emulator passes it on. */
  call(operation: string, input: object): Promise<WireAnswer> {
    const service = /JobRun/.test(operation) ? 'AWSGlue' : 'SageMaker';
    const target = operation.includes('.') ? operation : `${service}.${operation}`;
    return this.send('POST', '/', { 'x-amz-target': target, ...CALLER }, input);
  }

  /** InvokeEndpoint, as the emulator passes it on. */
  async invoke(endpoint: string, body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}) {
    const sent = { 'content-type': 'text/csv', accept: 'text/csv', ...CALLER, ...headers };
    const url = `${this.service.url}/endpoints/${endpoint}/invocations`;
    const answer = await fetch(url, { method: 'POST', headers: sent, body });
    const errorType = answer.headers.get('x-amzn-errortype');
    return { status: answer.status, errorType, headers: answer.headers, body: await answer.text() };
  }

  runtime(method: string, path: string, body?: object): Promise<WireAnswer> {
    return this.send(method, path, CALLER, body);
  }

  /** One resource of a stack, as the emulator's CloudFormation asks for it. */
  cfn(action: string, type: string, request: object): Promise<WireAnswer> {
    const where = { account: '111111111111', region: 'us-east-1', stack: 'stack', logicalId: 'Logical', spec: {} };
    return this.send('POST', '/cfn', {}, { action, type: `AWS::SageMaker::${type}`, ...where, ...request });
  }

  /** Creates a resource and returns its Ref and attributes. */
  // biome-ignore lint/suspicious/noExplicitAny: the wire has no types
  async provide(type: string, props: object): Promise<{ physicalId: string; attributes: any }> {
    const { status, body } = await this.cfn('create', type, { props });
    if (status !== 200) throw new Error(body.message);
    return body;
  }

  async givenPipeline(PipelineName: string, definition: object): Promise<void> {
    const PipelineDefinition = { PipelineDefinitionBody: JSON.stringify({ Version: '2020-12-01', ...definition }) };
    const answer = await this.cfn('create', 'Pipeline', { props: { PipelineName, PipelineDefinition, RoleArn: ROLE } });
    if (answer.status !== 200) throw new Error(answer.body.message);
  }

  /** Starts the pipeline and returns the execution's ARN. */
  async givenExecution(PipelineName: string, more: object = {}): Promise<string> {
    const ClientRequestToken = crypto.randomUUID();
    const answer = await this.call('StartPipelineExecution', { PipelineName, ClientRequestToken, ...more });
    if (answer.status !== 200) throw new Error(answer.body.message);
    return answer.body.PipelineExecutionArn;
  }

  /** Runs the definition to its end; returns the execution, its steps by name and when it is over. */
  async run(definition: object, more: object = {}) {
    const name = `pipeline-${crypto.randomUUID()}`;
    await this.givenPipeline(name, definition);
    const PipelineExecutionArn = await this.givenExecution(name, more);
    const execution = await until(async () => {
      const { body } = await this.call('DescribePipelineExecution', { PipelineExecutionArn });
      return ['Executing', 'Stopping'].includes(body.PipelineExecutionStatus) ? undefined : body;
    });
    const listed = await this.call('ListPipelineExecutionSteps', { PipelineExecutionArn, MaxResults: 100 });
    const entries = listed.body.PipelineExecutionSteps.map((step: { StepName: string }) => [step.StepName, step]);
    return { execution, steps: Object.fromEntries(entries) };
  }
}

const CALLER = { 'x-local-account': '111111111111', 'x-local-region': 'us-east-1' };

/** Asks until there is an answer. */
export async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(20)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error('waited too long');
}

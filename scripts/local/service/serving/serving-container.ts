import { appendFile, readFile } from 'node:fs/promises';
import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CreateModelInput } from '@aws-sdk/client-sagemaker';
import type { Session } from '../cloud';
import { unpack } from '../jobs/archive';
import { Job } from '../jobs/job';
import { JobFailure } from '../jobs/job-failure';
import type { Machine } from '../jobs/machine';

export interface ContainerAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** How long the container took. */
  readonly milliseconds: number;
}

interface ContainerOptions {
  /** What AWS calls that which serves, e.g. `transform`. */
  readonly kind: string;
  /** Besides the model's own. */
  readonly environment?: Readonly<Record<string, string>>;
  /** How long the container may take to be healthy. @default - four minutes, as on AWS */
  readonly startSeconds?: number;
  /** Runs beside the jobs instead of among them. @default false */
  readonly resident?: boolean;
}

const START_SECONDS = 240;

/** SageMaker asks on until the time is over; here a container that answers but is not well will not get well either. */
const UNHEALTHY_MILLISECONDS = 3000;

/** SageMaker's limit for an answer. */
const ANSWER_MILLISECONDS = 60_000;

/** Connections to one container; more threads than that make its answers slower. */
const CONNECTIONS = 16;

/** A model's serving container: a process over a new `/opt/ml/model`, asked by HTTP, gone when it is stopped. */
export class ServingContainer {
  /** Rejects when the process ends. */
  readonly ended: Promise<never>;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  private readonly stopped = new AbortController();
  private url = '';

  private constructor(
    private readonly job: Job,
    run: (stop: AbortSignal) => Promise<unknown>,
    signal: AbortSignal,
  ) {
    this.ended = run(AbortSignal.any([signal, this.stopped.signal])).then(() => {
      throw new JobFailure('AlgorithmError: See job logs for more information');
    });
    this.ended.catch(() => {});
  }

  /** Resolves when the container is healthy; one that does not become so is stopped and throws `JobFailure`. */
  static async start(
    machine: Machine,
    name: string,
    { ExecutionRoleArn, PrimaryContainer, EnableNetworkIsolation }: CreateModelInput,
    options: ContainerOptions,
    signal: AbortSignal,
  ): Promise<ServingContainer> {
    const job = await Job.prepare(machine, name, options.kind, ExecutionRoleArn, ['model']);
    await unpack(await job.fetch(PrimaryContainer?.ModelDataUrl ?? '', '.'), job.path('model'));
    const own = job.insideAll(PrimaryContainer?.Environment);
    const mode = own.SAGEMAKER_PROGRAM === undefined ? 'algorithm' : 'script';
    const run = {
      command: [
        ...['python3', machine.containerScript, '--mode', mode],
        ...['--model-dir', job.path('model'), '--port', '0'],
      ],
      isolated: EnableNetworkIsolation,
      // The image's own default: requests run side by side, each on one core.
      environment: { OMP_NUM_THREADS: '1', ...options.environment, ...own },
      resident: options.resident,
    };
    const container = new ServingContainer(job, (stop) => job.run(run, stop), signal);
    try {
      await Promise.race([container.ended, container.healthy(options.startSeconds ?? START_SECONDS)]);
      return container;
    } catch (error) {
      await container.stop();
      throw error;
    }
  }

  /** What the model's execution role may do. */
  get session(): Session {
    return this.job.session;
  }

  /** Adds a line to the container's log. */
  note(line: string): Promise<void> {
    return appendFile(this.job.log, `${line}\n`);
  }

  invoke(body: Buffer, headers: OutgoingHttpHeaders): Promise<ContainerAnswer> {
    return this.ask('/invocations', { method: 'POST', headers: { ...headers, 'content-length': body.length } }, body);
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    this.agent.destroy();
    await this.ended.catch(() => {});
  }

  private ask(path: string, options: object, body?: Buffer): Promise<ContainerAnswer> {
    const asked = performance.now();
    return new Promise((resolve, reject) => {
      const settings = { agent: this.agent, timeout: ANSWER_MILLISECONDS, ...options };
      const sent = request(this.url + path, settings, (answer) => {
        const { statusCode: status = 0, headers } = answer;
        buffer(answer).then((received) => {
          resolve({ status, headers, body: received, milliseconds: performance.now() - asked });
        }, reject);
      });
      sent.on('timeout', () => sent.destroy(new Error('Your invocation timed out while waiting for a response')));
      sent.on('error', reject);
      sent.end(body);
    });
  }

  private async healthy(seconds: number): Promise<void> {
    let answered: number | undefined;
    for (const end = Date.now() + seconds * 1000; Date.now() < end && !this.stopped.signal.aborted; await sleep(50)) {
      const printed = await readFile(this.job.log, 'utf8').catch(() => '');
      const [, port] = /listening on 127\.0\.0\.1:(\d+)/.exec(printed) ?? [];
      if (port === undefined) continue;
      this.url = `http://127.0.0.1:${port}`;
      const ping = await this.ask('/ping', {}).catch(() => undefined);
      if (ping?.status === 200) return;
      if (ping) await this.note(`ping answered ${ping.status}: ${ping.body}`);
      answered ??= ping && Date.now();
      if (Date.now() - (answered ?? Infinity) > UNHEALTHY_MILLISECONDS) break;
    }
    throw new JobFailure('AlgorithmError: the container failed its health check, see job logs for more information');
  }
}

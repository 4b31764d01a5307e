import { randomUUID } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Announcements } from '../announcements';
import type { Machine } from '../jobs/machine';
import type { Models } from '../models';
import { ServiceError } from '../service-error';
import { DataCapture } from './data-capture';
import type { EndpointConfig, EndpointConfigs } from './endpoint-configs';
import { type ContainerAnswer, ServingContainer } from './serving-container';

/** The parts of the service that endpoints act on. */
export interface ServingTools {
  readonly machine: Machine;
  readonly models: Models;
  readonly configs: EndpointConfigs;
  readonly announcements: Announcements;
  readonly report: (line: string) => void;
}

/** Longest wait for answers that are under way when a fleet ends. */
const DRAIN_MILLISECONDS = 10_000;

/** An endpoint's configuration as it runs: one process, for however many instances it is to have. */
export class Fleet {
  private answering = 0;

  private constructor(
    readonly config: EndpointConfig,
    readonly container: ServingContainer,
    private readonly capture: DataCapture | undefined,
  ) {}

  static async start(tools: ServingTools, endpoint: string, config: EndpointConfig, signal: AbortSignal) {
    const { variant, DataCaptureConfig } = config;
    const { input } = tools.models.get(variant.ModelName ?? '');
    const name = `${endpoint}-${randomUUID().slice(0, 8)}`;
    const startSeconds = variant.ContainerStartupHealthCheckTimeoutInSeconds;
    const options = { kind: 'endpoint', startSeconds: startSeconds && Number(startSeconds), resident: true };
    const container = await ServingContainer.start(tools.machine, name, input, options, signal);
    const captures = DataCaptureConfig !== undefined && String(DataCaptureConfig.EnableCapture) !== 'false';
    const source = `${endpoint}/${variant.VariantName}`;
    const { objects } = container.session;
    return new Fleet(
      config,
      container,
      captures ? new DataCapture(DataCaptureConfig, source, objects, tools.report) : undefined,
    );
  }

  async invoke(body: Buffer, headers: OutgoingHttpHeaders, inferenceId?: string): Promise<ContainerAnswer> {
    const { ServerlessConfig } = this.config.variant;
    if (ServerlessConfig && this.answering >= Number(ServerlessConfig.MaxConcurrency))
      throw new ServiceError('ThrottlingException', 'Rate exceeded');
    this.answering += 1;
    try {
      const answer = await this.container.invoke(body, headers);
      const input = { contentType: headers['content-type'] as string | undefined, body };
      const output = { contentType: answer.headers['content-type'], body: answer.body };
      if (answer.status === 200) this.capture?.add(input, output, inferenceId);
      return answer;
    } finally {
      this.answering -= 1;
    }
  }

  /** Ends the process when all that were asking have their answer. */
  async stop(): Promise<void> {
    for (const end = Date.now() + DRAIN_MILLISECONDS; this.answering > 0 && Date.now() < end; ) await sleep(5);
    await this.container.stop();
    await this.capture?.flush();
  }
}

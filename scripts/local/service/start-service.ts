import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Announcements } from './announcements';
import type { Cloud } from './cloud';
import { CostExplorer } from './cost-explorer/cost-explorer';
import { FeatureStore } from './feature-store/feature-store';
import { GlueJobRuns } from './glue/glue-job-runs';
import { handleRequest } from './handle-request';
import { JobProcesses } from './jobs/job-processes';
import { ModelRegistry } from './model-registry';
import { Models } from './models';
import { type AccountKind, ModelMonitor } from './monitoring/model-monitor';
import { Pipelines } from './pipelines/pipelines';
import { EndpointConfigs } from './serving/endpoint-configs';
import { Endpoints } from './serving/endpoints';
import { Tags } from './tags';

export interface ServiceOptions {
  readonly cloud: Cloud;
  /** Absolute; jobs leave their folders and logs below it. */
  readonly folder: string;
  /** Folder with `python3` that has the libraries of the containers, e.g. `<project>/.venv/bin`. */
  readonly pythonFolder: string;
  /** The script that plays a serving container, `<project>/scripts/local/container.py`. */
  readonly containerScript: string;
  /** @default - a free one */
  readonly port?: number;
  /** Job processes at once. @default 2 */
  readonly slots?: number;
  /** Whether the account may use Model Monitor. @default 'new' - it is refused */
  readonly account?: AccountKind;
  /** How long written features wait before they reach the offline store. @default 5000 */
  readonly offlineDelayMilliseconds?: number;
  /** Takes a line about what the service could not tell anyone else. @default - standard error */
  readonly report?: (line: string) => void;
}

export interface LocalService {
  readonly url: string;
  /** The account may use Model Monitor from now on. */
  admitToModelMonitor(): void;
  /** Stops every job and ends when nothing of the service runs any more. */
  close(): Promise<void>;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Starts our SageMaker, Glue and Cost Explorer on 127.0.0.1. Jobs are killed when the process ends, however it ends, but for SIGKILL;
 * a signal that nobody else listens to still ends the process.
 */
export async function startService(options: ServiceOptions): Promise<LocalService> {
  const { cloud, report = (line) => process.stderr.write(`${line}\n`) } = options;
  const processes = new JobProcesses(options.slots ?? 2);
  const machine = { ...options, processes };
  const announcements = new Announcements(cloud, report);
  const registry = new ModelRegistry(announcements);
  const models = new Models();
  const pipelines = new Pipelines({ machine, registry, models }, announcements);
  const features = new FeatureStore(cloud, options.offlineDelayMilliseconds ?? 5000, report);
  const glue = new GlueJobRuns(machine, announcements);
  const configs = new EndpointConfigs(models);
  const endpoints = new Endpoints({ machine, models, configs, announcements, report });
  const monitor = new ModelMonitor(options.account ?? 'new', endpoints);
  const parts = { processes, registry, models, pipelines, features, glue, configs, endpoints, monitor };
  const services = { ...parts, cloud, tags: new Tags(), costs: new CostExplorer() };
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const { status, headers, body } = await handleRequest(request, await buffer(request), services);
    if (status >= 500) report(`${request.method} ${request.url}: ${body}`);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const forget = killAtEnd(processes);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    admitToModelMonitor: () => monitor.admit(),
    close: async () => {
      await Promise.all([pipelines.close(), glue.close(), features.close(), endpoints.close()]);
      await announcements.settled();
      forget();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Kills all jobs at the end of this process; returns how to forget about it. */
function killAtEnd(processes: JobProcesses): () => void {
  const atExit = (): void => processes.killAll();
  const atSignal = (signal: NodeJS.Signals): void => {
    processes.killAll();
    forget();
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const forget = (): void => {
    process.off('exit', atExit);
    for (const signal of SIGNALS) process.off(signal, atSignal);
  };
  process.on('exit', atExit);
  for (const signal of SIGNALS) process.on(signal, atSignal);
  return forget;
}

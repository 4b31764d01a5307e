import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { emulatorSpec } from './emulator-spec';
import { PROJECT } from './project-folder';
import { PYTHON } from './python-environment';
import { type AwsCredentials, EmulatedCloud } from './service/emulated-cloud';
import { type LocalService, startService } from './service/start-service';

export interface LocalCloudOptions {
  /** Where logs and the jobs' folders go. */
  readonly folder: string;
  readonly region: string;
  /** Whether the account used Model Monitor before it was closed to new customers. @default 'new' */
  readonly account?: 'new' | 'existing';
}

const ACCOUNT = '111111111111';
/** The emulator's root credentials. */
const ROOT_KEY = 'test';
const EMULATOR_STARTS_SECONDS = 30;
const EMULATOR_STOPS_SECONDS = 5;

/**
 * An AWS for one lifecycle on the loopback interface: the emulator with IAM enforced, and our own SageMaker and Glue
 * behind it. Ports are free ones, so several can run side by side. `environment` is what AWS clients, the CDK CLI and
 * the handlers need to reach it.
 */
export class LocalCloud {
  public readonly account = ACCOUNT;

  private constructor(
    public readonly url: string,
    public readonly environment: Readonly<Record<string, string>>,
    private readonly service: LocalService,
    private readonly emulator: ChildProcess,
    private readonly folder: string,
  ) {}

  /** Where our SageMaker and Glue answer; `/local/jobs` lists what runs. */
  public get serviceUrl(): string {
    return this.service.url;
  }

  /** One line of JSON for every decision of IAM; names of what was deployed stand beside it (emulator/recording.py). */
  public get accessLog(): string {
    return join(this.folder, 'access.jsonl');
  }

  /** Jobs leave their folders and logs here. */
  public get jobsFolder(): string {
    return join(this.folder, 'jobs');
  }

  public static async start({ folder, region, account }: LocalCloudOptions): Promise<LocalCloud> {
    mkdirSync(folder, { recursive: true });
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const environment = cloudEnvironment(url, region);
    const credentials = { accessKeyId: ROOT_KEY, secretAccessKey: ROOT_KEY };
    const service = await startService({
      cloud: new EmulatedCloud({ url, region, credentials, credentialsFor: (roleArn) => sessionOf(url, roleArn) }),
      folder: join(folder, 'jobs'),
      pythonFolder: dirname(PYTHON),
      containerScript: join(PROJECT, 'scripts', 'local', 'container.py'),
      account,
    });
    const logFile = join(folder, 'emulator.log');
    const log = openSync(logFile, 'w');
    const emulator = spawn(PYTHON, [join(PROJECT, 'scripts', 'local', 'emulator')], {
      stdio: ['ignore', log, log],
      // Its own process group: Ctrl-C is for this process, which ends it in order.
      detached: true,
      env: {
        ...process.env,
        ...environment,
        PARENT_PID: String(process.pid),
        GATEWAY_PORT: String(port),
        MINISTACK_ACCOUNT_ID: ACCOUNT,
        ALARM_EVAL_SECONDS: '1',
        ACCESS_LOG: join(folder, 'access.jsonl'),
        LOCAL_ML_URL: service.url,
        CFN_SPEC: emulatorSpec(),
        // CDK's own helper function takes the SDK from its runtime.
        NODE_PATH: join(PROJECT, 'node_modules'),
        PYTHONDONTWRITEBYTECODE: '1',
      },
    });
    const cloud = new LocalCloud(url, environment, service, emulator, folder);
    await cloud.untilReady();
    return cloud;
  }

  /** The account may use Model Monitor from now on, as if AWS had let it in. */
  public admitToModelMonitor(): void {
    this.service.admitToModelMonitor();
  }

  /** Ends the emulator, the service and every job that still runs. */
  public async close(): Promise<void> {
    await this.service.close();
    if (this.emulator.exitCode !== null || this.emulator.signalCode !== null) return;
    const ended = new Promise((resolve) => this.emulator.once('exit', resolve));
    this.emulator.kill('SIGTERM');
    const stopped = await Promise.race([
      ended.then(() => true),
      wait(EMULATOR_STOPS_SECONDS * 1000, false, { ref: false }),
    ]);
    if (!stopped) this.emulator.kill('SIGKILL');
    await ended;
  }

  private async untilReady(): Promise<void> {
    for (const end = Date.now() + EMULATOR_STARTS_SECONDS * 1000; Date.now() < end; await wait(100)) {
      if (this.emulator.exitCode !== null) break;
      const answer = await fetch(`${this.url}/_ministack/health`).catch(() => undefined);
      if (answer?.ok) return;
    }
    await this.close();
    throw new Error(`the emulator did not start; see ${join(this.folder, 'emulator.log')}`);
  }
}

/** What a client of the local cloud needs in its environment, and nothing that leads to a real account. */
function cloudEnvironment(url: string, region: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: ROOT_KEY,
    AWS_SECRET_ACCESS_KEY: ROOT_KEY,
    AWS_SESSION_TOKEN: '',
    AWS_PROFILE: '',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
  };
}

/** Credentials of a deployed role, for the jobs that run with it: a missing grant fails here as it would on AWS. */
async function sessionOf(url: string, roleArn: string): Promise<AwsCredentials> {
  const headers = { 'x-amz-target': 'LocalSessions.ForRole', 'content-type': 'application/x-amz-json-1.1' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ RoleArn: roleArn }) });
  if (!answer.ok) throw new Error(`no session for ${roleArn}: ${await answer.text()}`);
  return (await answer.json()) as AwsCredentials;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

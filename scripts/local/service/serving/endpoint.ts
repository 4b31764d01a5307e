import { setTimeout as sleep } from 'node:timers/promises';
import type { DeploymentConfig } from '@aws-sdk/client-sagemaker';
import { type Caller, epochSeconds, sageMakerArn } from '../caller';
import { validationException } from '../service-error';
import { type DeploymentPlan, deploymentPlan } from './deployment-plan';
import type { EndpointConfig } from './endpoint-configs';
import { everyShare } from './every-share';
import { Fleet, type ServingTools } from './fleet';
import { InvocationSignals } from './invocation-signals';

type Status = 'Creating' | 'Updating' | 'RollingBack' | 'InService' | 'Failed' | 'Deleting';

/** The statuses in events. */
const IN_EVENTS: Readonly<Record<Status, string>> = {
  Creating: 'CREATING',
  Updating: 'UPDATING',
  RollingBack: 'ROLLING_BACK',
  InService: 'IN_SERVICE',
  Failed: 'FAILED',
  Deleting: 'DELETING',
};

const POLL_MILLISECONDS = 250;

/** One endpoint: the fleet that answers, and during an update the one that may take over. */
export class Endpoint {
  readonly arn: string;
  readonly signals: InvocationSignals;
  private status: Status = 'Creating';
  private running?: Fleet;
  private candidate?: { readonly fleet: Fleet; readonly takes: () => boolean };
  private readonly created = epochSeconds();
  private modified = this.created;
  private readonly closed = new AbortController();
  private change?: Promise<void>;

  constructor(
    readonly name: string,
    private config: EndpointConfig,
    private deployment: DeploymentConfig | undefined,
    private readonly tools: ServingTools,
    caller: Caller,
  ) {
    this.arn = sageMakerArn(caller, 'endpoint', name.toLowerCase());
    this.signals = new InvocationSignals(tools.announcements, name, config.variant.VariantName ?? '');
  }

  /** The configuration that answers. */
  get current(): EndpointConfig {
    return this.config;
  }

  /** Brings the endpoint into service; throws when its container does not come up. */
  start(): Promise<void> {
    this.change = this.bringUp();
    return this.change;
  }

  /**
   * Puts another configuration into service, blue/green. If its container does not come up or an alarm is on, the former
   * one stays in service: the status is InService again, FailureReason is empty, only the name of the configuration
   * tells. What CloudFormation then says is not documented; as others saw it, it says success, and so it does here.
   */
  async update(config: EndpointConfig, deployment: DeploymentConfig = {}): Promise<void> {
    this.assertStill();
    // AWS looks at the former one too, and refuses when it is gone.
    this.tools.configs.get(this.config.EndpointConfigName);
    if (config.variant.ServerlessConfig && !this.config.variant.ServerlessConfig)
      throw validationException('Cannot update a real-time endpoint to a serverless one.');
    const plan = deploymentPlan(deployment, config.variant);
    this.deployment = deployment;
    this.change = this.replace(config, plan);
    await this.change;
  }

  /** The fleet that the next invocation goes to; none while there is nothing in service. */
  next(): Fleet | undefined {
    return this.candidate?.takes() ? this.candidate.fleet : this.running;
  }

  async delete(): Promise<void> {
    this.assertStill();
    this.enter('Deleting');
    await this.close();
  }

  /** Ends its processes, also those that are starting. */
  async close(): Promise<void> {
    this.closed.abort();
    await this.change?.catch(() => {});
    await this.running?.stop();
    this.signals.publish();
  }

  describe(): object {
    const { DataCaptureConfig: capture } = this.config;
    return {
      EndpointName: this.name,
      EndpointArn: this.arn,
      EndpointConfigName: this.config.EndpointConfigName,
      EndpointStatus: this.status,
      CreationTime: this.created,
      LastModifiedTime: this.modified,
      ProductionVariants: [this.variant()],
      LastDeploymentConfig: this.deployment,
      DataCaptureConfig: capture && {
        EnableCapture: capture.EnableCapture ?? true,
        CaptureStatus: 'Started',
        CurrentSamplingPercentage: Number(capture.InitialSamplingPercentage),
        DestinationS3Uri: capture.DestinationS3Uri,
        KmsKeyId: capture.KmsKeyId ?? '',
      },
    };
  }

  private variant(): object {
    const { VariantName, ServerlessConfig, InitialInstanceCount, InitialVariantWeight = 1 } = this.config.variant;
    const Weight = Number(InitialVariantWeight);
    const weights = { VariantName, CurrentWeight: Weight, DesiredWeight: Weight };
    if (ServerlessConfig) return { ...weights, CurrentServerlessConfig: ServerlessConfig };
    const count = Number(InitialInstanceCount);
    return { ...weights, CurrentInstanceCount: count, DesiredInstanceCount: count };
  }

  private async bringUp(): Promise<void> {
    deploymentPlan(this.deployment ?? {}, this.config.variant);
    this.enter('Creating');
    try {
      this.running = await Fleet.start(this.tools, this.name, this.config, this.closed.signal);
    } catch {
      const reason =
        `The primary container for production variant ${this.config.variant.VariantName} did not pass the ping ` +
        'health check. Please check CloudWatch logs for this endpoint.';
      this.enter('Failed', reason);
      throw validationException(reason);
    }
    this.enter('InService');
  }

  private async replace(config: EndpointConfig, plan: DeploymentPlan): Promise<void> {
    this.enter('Updating');
    let fleet: Fleet | undefined;
    let accepted = false;
    try {
      fleet = await Fleet.start(this.tools, this.name, config, this.closed.signal);
      accepted = await this.shift(fleet, plan);
    } catch (error) {
      if (!this.closed.signal.aborted) this.tools.report(`update of endpoint ${this.name}: ${error}`);
    }
    this.candidate = undefined;
    const retired = accepted ? this.running : fleet;
    if (accepted) {
      this.running = fleet;
      this.config = config;
    }
    await retired?.stop();
    this.enter('InService');
  }

  /** Leads the invocations over to the new fleet; whether they stay there. */
  private async shift(fleet: Fleet, { firstShare, firstMilliseconds, bakeMilliseconds, alarms }: DeploymentPlan) {
    this.candidate = { fleet, takes: everyShare(firstShare) };
    if (!(await this.quiet(fleet, alarms, firstMilliseconds))) return false;
    this.candidate = { fleet, takes: () => true };
    return this.quiet(fleet, alarms, bakeMilliseconds);
  }

  /** Waits that long; false as soon as an alarm is on. The model's role looks at the alarms, as on AWS. */
  private async quiet(fleet: Fleet, alarms: readonly string[], milliseconds: number): Promise<boolean> {
    for (const end = Date.now() + milliseconds; Date.now() < end; ) {
      await sleep(Math.min(POLL_MILLISECONDS, end - Date.now()), undefined, { signal: this.closed.signal });
      if (alarms.length === 0) continue;
      this.signals.publish();
      await this.tools.announcements.settled();
      const states = await fleet.container.session.alarmStates(alarms);
      const missing = alarms.filter((name) => !states.has(name));
      if (missing.length > 0) throw new Error(`alarms ${missing} do not exist`);
      if (alarms.every((name) => states.get(name) !== 'ALARM')) continue;
      this.enter('RollingBack');
      return false;
    }
    return true;
  }

  private assertStill(): void {
    if (this.status === 'InService' || this.status === 'Failed') return;
    throw validationException(`Cannot update in-progress endpoint "${this.arn}".`);
  }

  private enter(status: Status, FailureReason?: string): void {
    this.status = status;
    this.modified = epochSeconds();
    const detail = {
      EndpointName: this.name,
      EndpointArn: this.arn,
      EndpointConfigName: this.config.EndpointConfigName,
      ProductionVariants: [this.variant()],
      EndpointStatus: IN_EVENTS[status],
      FailureReason,
      CreationTime: Math.round(this.created * 1000),
      LastModifiedTime: Math.round(this.modified * 1000),
      Tags: {},
    };
    const detailType = 'SageMaker Endpoint State Change';
    this.tools.announcements.change({ source: 'aws.sagemaker', detailType, resources: [this.arn], detail });
  }
}

import type { CreateMonitoringScheduleRequest } from '@aws-sdk/client-sagemaker';
import { type Caller, nameOf, sageMakerArn } from '../caller';
import { ServiceError, validationException } from '../service-error';
import type { Endpoints } from '../serving/endpoints';

/** The types of monitoring, and how the ARNs of their definitions begin. */
const MONITORING_KINDS = {
  DataQuality: 'data-quality-job-definition',
  ModelQuality: 'model-quality-job-definition',
  ModelBias: 'model-bias-job-definition',
  ModelExplainability: 'model-explainability-job-definition',
} as const;

export type MonitoringKind = keyof typeof MONITORING_KINDS;

interface Kept {
  readonly arn: string;
  readonly createdAt: Date;
}

interface JobDefinition extends Kept {
  /** The endpoint whose captured data it reads. */
  readonly endpoint: string;
}

interface Schedule extends Kept {
  readonly modifiedAt: Date;
  readonly endpoint: string;
}

/** How an account stands with Model Monitor: `existing` used it before it was closed to new customers. */
export type AccountKind = 'new' | 'existing';

/** Every hour, once a day, or every so many hours from an hour on. */
const EXPRESSION = /^cron\(0 (\*|\d{1,2}(\/\d{1,2})?) \? \* \* \*\)$/;

/** Model Monitor as far as stacks see it: keeps definitions and schedules, or refuses them. No monitoring job runs. */
export class ModelMonitor {
  private readonly definitions = new Map<string, JobDefinition>();
  private readonly schedules = new Map<string, Schedule>();

  constructor(
    private account: AccountKind,
    private readonly endpoints: Endpoints,
  ) {}

  /** The account may use Model Monitor from now on. */
  admit(): void {
    this.account = 'existing';
  }

  define(kind: MonitoringKind, name: string, endpoint: string, caller: Caller): void {
    this.assertCustomer();
    if (this.hasDefinition(kind, name)) throw validationException(`Job definition ${name} already exists.`);
    const arn = sageMakerArn(caller, MONITORING_KINDS[kind], name.toLowerCase());
    this.definitions.set(keyOf(kind, name), { arn, createdAt: new Date(), endpoint });
  }

  hasDefinition(kind: MonitoringKind, arnOrName: string): boolean {
    return this.definitions.has(keyOf(kind, arnOrName));
  }

  definition(kind: MonitoringKind, arnOrName: string): JobDefinition {
    const definition = this.definitions.get(keyOf(kind, arnOrName));
    if (!definition) throw validationException(`Could not find ${kind} job definition "${arnOrName}".`);
    return definition;
  }

  deleteDefinition(kind: MonitoringKind, arnOrName: string): void {
    this.definitions.delete(keyOf(kind, arnOrName));
  }

  createSchedule(request: CreateMonitoringScheduleRequest, caller: Caller): void {
    const name = request.MonitoringScheduleName ?? '';
    this.assertCustomer();
    if (this.hasSchedule(name)) throw validationException(`Monitoring schedule ${name} already exists.`);
    const arn = sageMakerArn(caller, 'monitoring-schedule', name.toLowerCase());
    const now = new Date();
    this.schedules.set(name, { arn, createdAt: now, modifiedAt: now, endpoint: this.watched(request) });
  }

  updateSchedule(request: CreateMonitoringScheduleRequest): void {
    const schedule = this.schedule(request.MonitoringScheduleName ?? '');
    const changed = { ...schedule, modifiedAt: new Date(), endpoint: this.watched(request) };
    this.schedules.set(nameOf(schedule.arn), changed);
  }

  hasSchedule(arnOrName: string): boolean {
    return this.schedules.has(nameOf(arnOrName));
  }

  schedule(arnOrName: string): Schedule {
    const schedule = this.schedules.get(nameOf(arnOrName));
    if (!schedule) throw validationException(`Could not find monitoring schedule "${arnOrName}".`);
    return schedule;
  }

  deleteSchedule(arnOrName: string): void {
    this.schedules.delete(nameOf(arnOrName));
  }

  /** An endpoint stays while a schedule watches it. */
  assertUnwatched(endpoint: string): void {
    const watching = [...this.schedules.values()].filter((one) => one.endpoint === nameOf(endpoint));
    if (watching.length === 0) return;
    const names = watching.map(({ arn }) => nameOf(arn));
    throw validationException(`Endpoint "${endpoint}" cannot be deleted: it has monitoring schedules: ${names}.`);
  }

  /** The endpoint of a schedule's definition; its captured data is what there is to monitor. */
  private watched({ MonitoringScheduleConfig: config }: CreateMonitoringScheduleRequest): string {
    const { MonitoringJobDefinitionName: name, MonitoringType: kind, ScheduleConfig } = config ?? {};
    if (name === undefined || kind === undefined)
      throw validationException('A schedule needs MonitoringJobDefinitionName and MonitoringType locally.');
    const expression = ScheduleConfig?.ScheduleExpression ?? '';
    if (!EXPRESSION.test(expression)) throw validationException(`ScheduleExpression "${expression}" is not taken.`);
    const { endpoint } = this.definition(kind, name);
    if (this.endpoints.get(endpoint).current.DataCaptureConfig) return endpoint;
    throw validationException(`Endpoint "${endpoint}" has no data capture.`);
  }

  /** The sentence is ours: what the service says to new customers is not published. */
  private assertCustomer(): void {
    if (this.account === 'existing') return;
    const sentence =
      'Amazon SageMaker Model Monitor is no longer open to new customers. Existing customers can continue to use it.';
    throw new ServiceError('AccessDeniedException', sentence);
  }
}

const keyOf = (kind: MonitoringKind, arnOrName: string): string => `${kind}/${nameOf(arnOrName).toLowerCase()}`;

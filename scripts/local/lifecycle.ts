import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  DescribeModelPackageCommand,
  type DescribeModelPackageCommandOutput,
  DescribePipelineExecutionCommand,
  ListModelPackagesCommand,
  ListPipelineExecutionStepsCommand,
  ListPipelineExecutionsCommand,
  type PipelineExecutionStep,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import {
  DescribeExecutionCommand,
  type ExecutionStatus,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import type { Dataset } from '../../lib/config/dataset';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { fixedName } from '../../lib/config/stacks';
import { DeployedStacks } from './deployed-stacks';

const POLL_MILLISECONDS = 250;
/** Nothing in the local run takes as long; what does hangs. */
const PATIENCE_SECONDS = 180;

export type Say = (line: string) => void;

export interface Preparation {
  readonly arn: string;
  readonly status: ExecutionStatus;
  readonly output?: { readonly outcome: string; readonly datasets: string };
  readonly cause?: string;
}

export interface Training {
  readonly arn: string;
  readonly status: string;
  readonly reason?: string;
}

/** A deployed lifecycle seen from outside: lays files down, then only watches what the deployed system does with them. */
export class Lifecycle {
  public readonly s3 = new S3Client({ forcePathStyle: true });
  public readonly sageMaker = new SageMakerClient({});
  private readonly states = new SFNClient({});
  public readonly stacks: DeployedStacks;

  public constructor(
    private readonly config: EnvironmentConfig,
    private readonly dataset: Dataset,
  ) {
    this.stacks = new DeployedStacks(new CloudFormationClient({}), config);
  }

  /** Fixed names start with project and environment and end with the dataset's. */
  public get modelName(): string {
    return fixedName(this.config, this.dataset.name);
  }

  /** Uploads files of `folder` as one day's delivery. */
  public async upload(folder: string, names: readonly string[], day: string): Promise<void> {
    for (const name of names) await this.put(`${this.rawPrefix(day)}/${name}`, readFileSync(join(folder, name)));
  }

  /** Says that a day's files are complete; this is what starts everything. */
  public async mark(day: string): Promise<void> {
    await this.put(`${this.rawPrefix(day)}/_SUCCESS`, Buffer.alloc(0));
  }

  /** The first preparation that is not among `known`, once it has ended. */
  public async preparation(known: readonly string[], say: Say = () => {}): Promise<Preparation> {
    const arn = await until('a preparation', async () =>
      (await this.preparations()).find((each) => !known.includes(each)),
    );
    const told = new Set<string>();
    return until('the preparation to end', async () => {
      const { events = [] } = await this.states.send(
        new GetExecutionHistoryCommand({ executionArn: arn, maxResults: 1000 }),
      );
      for (const { stateEnteredEventDetails } of events) {
        const name = stateEnteredEventDetails?.name;
        if (name && !told.has(name)) say(`prepare-data: ${name}`);
        if (name) told.add(name);
      }
      const { status, output, cause } = await this.states.send(new DescribeExecutionCommand({ executionArn: arn }));
      if (!status || status === 'RUNNING') return undefined;
      return { arn, status, cause, output: output ? JSON.parse(output) : undefined };
    });
  }

  /** Every preparation so far. */
  public async preparations(): Promise<string[]> {
    const stateMachineArn = await this.stacks.find('data-preparation', 'AWS::StepFunctions::StateMachine');
    const { executions = [] } = await this.states.send(new ListExecutionsCommand({ stateMachineArn }));
    return executions.map(({ executionArn = '' }) => executionArn);
  }

  /** The first training that is not among `known`, once it has ended. */
  public async training(known: readonly string[], say: Say = () => {}): Promise<Training> {
    const arn = await until('a training', async () => (await this.trainings()).find((each) => !known.includes(each)));
    const told = new Set<string>();
    return until('the training to end', async () => {
      const found = await this.sageMaker.send(new DescribePipelineExecutionCommand({ PipelineExecutionArn: arn }));
      const { PipelineExecutionSteps = [] } = await this.sageMaker.send(
        new ListPipelineExecutionStepsCommand({ PipelineExecutionArn: arn }),
      );
      const steps = [...PipelineExecutionSteps].reverse();
      for (const step of steps) {
        const line = stepLine(step);
        if (line !== undefined && !told.has(line)) say(line);
        if (line !== undefined) told.add(line);
      }
      const { PipelineExecutionStatus: status = 'Executing' } = found;
      const failures = steps.flatMap(({ StepName, FailureReason }) =>
        FailureReason ? `${StepName}: ${FailureReason}` : [],
      );
      const reason = [found.FailureReason, ...failures].filter((each) => each !== undefined).join(' ');
      return ['Executing', 'Stopping'].includes(status) ? undefined : { arn, status, reason };
    });
  }

  /** Every training so far. */
  public async trainings(): Promise<string[]> {
    const listed = await this.sageMaker.send(new ListPipelineExecutionsCommand({ PipelineName: this.modelName }));
    return (listed.PipelineExecutionSummaries ?? []).map(({ PipelineExecutionArn = '' }) => PipelineExecutionArn);
  }

  /** All versions in the registry, newest first. */
  public async versions(): Promise<DescribeModelPackageCommandOutput[]> {
    const listed = await this.sageMaker.send(new ListModelPackagesCommand({ ModelPackageGroupName: this.modelName }));
    const arns = (listed.ModelPackageSummaryList ?? []).map(({ ModelPackageArn }) => ModelPackageArn);
    const versions = await Promise.all(
      arns.map((arn) => this.sageMaker.send(new DescribeModelPackageCommand({ ModelPackageName: arn }))),
    );
    return versions.sort((a, b) => (b.ModelPackageVersion ?? 0) - (a.ModelPackageVersion ?? 0));
  }

  /** The object that an `s3://bucket/key` names, as text. */
  public async read(uri: string): Promise<string> {
    const [, Bucket, Key] = uri.match(/^s3:\/\/([^/]+)\/(.+)$/) ?? [];
    const { Body } = await this.s3.send(new GetObjectCommand({ Bucket, Key }));
    return (await Body?.transformToString()) ?? '';
  }

  private rawPrefix(day: string): string {
    return `raw/${this.dataset.name}/ingest_date=${day}`;
  }

  private async put(Key: string, Body: Buffer | string): Promise<void> {
    const Bucket = await this.stacks.find('data-lake', 'AWS::S3::Bucket', 'StorageRaw');
    await this.s3.send(new PutObjectCommand({ Bucket, Key, Body }));
  }
}

/** What there is to say about a step that has ended. */
function stepLine({ StepName, StepStatus, StartTime, EndTime }: PipelineExecutionStep): string | undefined {
  if (StepStatus === 'Starting' || StepStatus === 'Executing') return undefined;
  const seconds = StartTime && EndTime ? ` ${((EndTime.getTime() - StartTime.getTime()) / 1000).toFixed(1)} s` : '';
  return `pipeline: ${StepName}: ${StepStatus}${seconds}`;
}

/** Asks until there is an answer. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + PATIENCE_SECONDS * 1000; Date.now() < end; await wait(POLL_MILLISECONDS)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`waited ${PATIENCE_SECONDS} s for ${what}`);
}

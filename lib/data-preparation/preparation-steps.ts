import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  DistributedMap,
  IntegrationPattern,
  JsonPath,
  S3ObjectsItemReader,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { GlueStartJobRun, LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { LakeStorage } from '../data-lake/lake-storage';
import type { LakeZone } from '../data-lake/lake-zone';
import { PhaseStack } from '../shared/phase-stack';
import type { PreparationJobs } from './preparation-jobs';
import type { SparkJob } from './spark-job';

export interface PreparationStepsProps {
  readonly storage: LakeStorage;
  readonly jobs: PreparationJobs;
  readonly ingestFeatures: IFunction;
}

/** The three states that do the work; each leaves its input as it found it. */
export class PreparationSteps {
  public readonly curate: GlueStartJobRun;
  public readonly ingest: DistributedMap;
  public readonly buildDatasets: GlueStartJobRun;

  public constructor(scope: Construct, { storage, jobs, ingestFeatures }: PreparationStepsProps) {
    this.curate = runJob(scope, 'Curate', jobs.curate, {
      '--raw': ofDay(storage.raw),
      '--curated': ofDay(storage.curated),
      '--feature-records': ofDay(storage.featureRecords),
      '--quarantine': ofDay(storage.quarantine),
      '--ingest-date': JsonPath.stringAt('$.ingestDate'),
      '--arrived-at': JsonPath.stringAt('$.arrivedAt'),
    });
    this.ingest = ingestParts(scope, storage, ingestFeatures);
    this.buildDatasets = runJob(scope, 'BuildDatasets', jobs.buildDatasets, {
      '--curated': `${storage.curated.uri}/`,
      '--predictions': `${storage.predictions.uri}/`,
      '--outcomes': `${storage.outcomes.uri}/`,
      '--datasets': JsonPath.format('{}/', JsonPath.stringAt('$.datasets')),
    });
  }
}

/** The day's folder in a zone, with a slash at the end. */
function ofDay({ uri }: LakeZone): string {
  return JsonPath.format(`${uri}/ingest_date={}/`, JsonPath.stringAt('$.ingestDate'));
}

function runJob(scope: Construct, id: string, job: SparkJob, args: Record<string, string>): GlueStartJobRun {
  const task = new GlueStartJobRun(scope, id, {
    glueJobName: job.jobName,
    integrationPattern: IntegrationPattern.RUN_JOB,
    arguments: TaskInput.fromObject(args),
    resultPath: JsonPath.DISCARD,
  });
  // More deliveries than the job, or the account, runs at a time wait for their turn. Only errors of a run that has not begun:
  // a job that failed is not started again by itself.
  task.addRetry({
    errors: [
      'Glue.ConcurrentRunsExceededException',
      'Glue.ResourceNumberLimitExceededException',
      'Glue.ThrottlingException',
    ],
    interval: Duration.minutes(1),
    maxAttempts: 30,
    backoffRate: 1,
  });
  return task;
}

function ingestParts(scope: Construct, { featureRecords }: LakeStorage, ingestFeatures: IFunction): DistributedMap {
  const { parallelIngestions } = PhaseStack.of(scope).lifecycle.config.dataPreparation;
  const map = new DistributedMap(scope, 'IngestFeatures', {
    maxConcurrency: parallelIngestions,
    itemReader: new S3ObjectsItemReader({
      bucket: featureRecords.bucket,
      prefix: JsonPath.format(`${featureRecords.prefix}/ingest_date={}/`, JsonPath.stringAt('$.ingestDate')),
    }),
    itemSelector: { bucket: featureRecords.bucket.bucketName, key: JsonPath.stringAt('$$.Map.Item.Value.Key') },
    resultPath: JsonPath.DISCARD,
  });
  const ingestPart = new LambdaInvoke(scope, 'IngestPart', {
    lambdaFunction: ingestFeatures,
    payloadResponseOnly: true,
  });
  // Writing a record twice changes nothing, so a part is simply tried again.
  ingestPart.addRetry({ interval: Duration.seconds(5), maxAttempts: 3, backoffRate: 3 });
  return map.itemProcessor(ingestPart);
}

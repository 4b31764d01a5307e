import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventField, type IRuleTarget, Match, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { DefinitionBody, Fail, JsonPath, LogLevel, Pass, StateMachine, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { LakeStorage } from '../data-lake/lake-storage';
import type { DeadLetterQueue } from '../shared/dead-letter-queue';
import { PhaseLogGroup } from '../shared/phase-log-group';
import { PhaseStack } from '../shared/phase-stack';
import { ServiceRole } from '../shared/service-role';
import { ALREADY_CLAIMED, type DeliveryClaims } from './delivery-claims';
import type { PreparationJobs } from './preparation-jobs';
import { PreparationSteps } from './preparation-steps';

export interface PrepareDataProps {
  readonly storage: LakeStorage;
  readonly jobs: PreparationJobs;
  readonly claims: DeliveryClaims;
  readonly ingestFeatures: IFunction;
  readonly deadLetters: DeadLetterQueue;
}

/** The empty object that says a day's files are complete. */
const MARKER = '_SUCCESS';

/**
 * From "files arrived" to "datasets ready", once for each version of a marker:
 * 1. claim the delivery, or end quietly when another run has it
 * 2. curate it: clean, masked and encoded rows, and the quarantined ones beside
 * 3. write its features to the feature store, part by part
 * 4. build datasets from everything curated so far
 * A failure frees the marker, so that the same delivery can be prepared again.
 *
 * Input `{ bucket, key, version, arrivedAt, cause }`; output `{ outcome, dataset, datasets, ingestDate, cause }`.
 */
export class PrepareData extends Construct {
  private readonly machine: StateMachine;

  public constructor(scope: Construct, id: string, props: PrepareDataProps) {
    super(scope, id);
    this.machine = new StateMachine(this, 'Machine', {
      comment: 'Turns one delivery of files into features and datasets',
      definitionBody: DefinitionBody.fromChainable(this.definition(props)),
      role: new ServiceRole(this, 'Role', 'states.amazonaws.com', 'Prepares deliveries of data'),
      tracingEnabled: true,
      logs: { destination: new PhaseLogGroup(this, 'Logs'), level: LogLevel.ALL },
    });
    this.startOnMarker(props);
  }

  /** Runs `target` whenever datasets are ready, and also when a delivery turns out to be prepared already. */
  public onFinished(scope: Construct, id: string, target: IRuleTarget): Rule {
    return new Rule(scope, id, {
      description: 'Data was prepared',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { stateMachineArn: [this.machine.stateMachineArn], status: ['SUCCEEDED'] },
      },
      targets: [target],
    });
  }

  public metricFailed(): IMetric {
    return this.machine.metricFailed({ statistic: 'Sum', period: Duration.minutes(5) });
  }

  private definition({ storage, jobs, claims, ingestFeatures }: PrepareDataProps): Pass {
    const { dataset } = PhaseStack.of(this).lifecycle;
    const steps = new PreparationSteps(this, { storage, jobs, ingestFeatures });
    const delivery = JsonPath.stringAt('$.delivery');
    const result = (outcome: string) => ({
      outcome,
      dataset: dataset.name,
      datasets: JsonPath.stringAt('$.datasets'),
      ingestDate: JsonPath.stringAt('$.ingestDate'),
      cause: JsonPath.stringAt('$.cause'),
    });
    const failed = claims.release(this, 'FreeDelivery', delivery).next(
      new Fail(this, 'NotPrepared', {
        errorPath: JsonPath.stringAt('$.failure.Error'),
        causePath: JsonPath.stringAt('$.failure.Cause'),
      }),
    );
    const catchAll = { resultPath: '$.failure' };
    const prepared = steps.curate
      .addCatch(failed, catchAll)
      .next(steps.ingest.addCatch(failed, catchAll))
      .next(steps.buildDatasets.addCatch(failed, catchAll))
      .next(new Pass(this, 'Prepared', { parameters: result('prepared') }));
    const describe = new Pass(this, 'DescribeDelivery', {
      parameters: {
        delivery: JsonPath.format('{}/{}#{}', at('bucket'), at('key'), at('version')),
        // raw/<dataset>/ingest_date=<day>/_SUCCESS
        ingestDate: JsonPath.arrayGetItem(JsonPath.stringSplit(at('key'), '/='), 3),
        arrivedAt: at('arrivedAt'),
        cause: at('cause'),
        datasets: JsonPath.format(`${storage.datasets.uri}/{}`, JsonPath.executionName),
      },
    });
    const claim = claims.claim(this, 'ClaimDelivery', delivery);
    claim.addCatch(
      new Pass(this, 'AlreadyPrepared', { parameters: result('already-prepared') }).next(
        new Succeed(this, 'Nothing new'),
      ),
      { errors: [ALREADY_CLAIMED], resultPath: JsonPath.DISCARD },
    );
    describe.next(claim.next(prepared));
    return describe;
  }

  private startOnMarker({ storage: { raw }, deadLetters }: PrepareDataProps): void {
    const object = (field: string) => EventField.fromPath(`$.detail.${field}`);
    new Rule(this, 'OnMarker', {
      description: 'A day of files is complete',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [raw.bucket.bucketName] },
          object: { key: Match.wildcard(`${raw.prefix}/ingest_date=*/${MARKER}`) },
        },
      },
      targets: [
        new SfnStateMachine(this.machine, {
          role: new ServiceRole(this, 'OnMarkerRole', 'events.amazonaws.com', 'Starts the preparation of a delivery'),
          input: RuleTargetInput.fromObject({
            bucket: object('bucket.name'),
            key: object('object.key'),
            version: object('object.version-id'),
            arrivedAt: EventField.time,
            cause: 'new-data',
          }),
          deadLetterQueue: deadLetters,
          retryAttempts: 24,
          maxEventAge: Duration.hours(24),
        }),
      ],
    });
  }
}

function at(field: string): string {
  return JsonPath.stringAt(`$.${field}`);
}

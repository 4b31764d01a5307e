import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventField, type IRuleTarget, Match, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { DeadLetterQueue } from '../shared/dead-letter-queue';
import { PhaseLogGroup } from '../shared/phase-log-group';
import { ServiceRole } from '../shared/service-role';
import { type PreparationFlowProps, preparationFlow } from './preparation-flow';

export interface PrepareDataProps extends PreparationFlowProps {
  readonly deadLetters: DeadLetterQueue;
}

/** The empty object that says a day's files are complete. */
const MARKER = '_SUCCESS';

/**
 * From "files arrived" to "datasets ready", once for each version of a marker:
 * 1. claim the delivery, or end quietly when another run has it
 * 2. curate it: clean, masked and encoded rows, and the quarantined ones beside
 * 3. write its features to the feature store, part by part
 * 4. build datasets from everything curated so far and from what became of predictions
 * A failure frees the marker, so that the same delivery can be prepared again. Whoever wants datasets anew for another
 * cause than a delivery (drift, say) starts it without one: then only the last step is done.
 *
 * Input `{ bucket, key, version, arrivedAt, cause }`, or `{ arrivedAt, cause }` without a delivery; output `{ outcome,
 * dataset, datasets, cause, time }` and with a delivery `ingestDate`, where `time` is the input's `arrivedAt`.
 */
export class PrepareData extends Construct {
  private readonly machine: StateMachine;

  public constructor(scope: Construct, id: string, props: PrepareDataProps) {
    super(scope, id);
    this.machine = new StateMachine(this, 'Machine', {
      comment: 'Turns deliveries of files, and what became of predictions, into features and datasets',
      definitionBody: DefinitionBody.fromChainable(preparationFlow(this, props)),
      role: new ServiceRole(this, 'Role', 'states.amazonaws.com', 'Prepares deliveries of data'),
      tracingEnabled: true,
      logs: { destination: new PhaseLogGroup(this, 'Logs'), level: LogLevel.ALL },
    });
    this.startOnMarker(props);
  }

  public get machineArn(): string {
    return this.machine.stateMachineArn;
  }

  /** Lets `grantee` ask for datasets without a delivery; it says why and as of when. */
  public grantStart(grantee: IGrantable): Grant {
    return this.machine.grantStartExecution(grantee);
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

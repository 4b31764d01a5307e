import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { Environment } from '../../lambda/model-monitoring/write-ground-truth/environment';
import type { LakeStorage } from '../data-lake/lake-storage';
import type { DeadLetterQueue } from '../shared/dead-letter-queue';
import { LambdaFunction } from '../shared/lambda-function';

export interface GroundTruthProps {
  readonly storage: LakeStorage;
  readonly deadLetters: DeadLetterQueue;
}

/** Hands outcomes on to Model Monitor every night, before its schedules that judge by them. */
export class GroundTruth extends Construct {
  public constructor(scope: Construct, id: string, { storage, deadLetters }: GroundTruthProps) {
    super(scope, id);
    const { outcomes, groundTruth, monitoring } = storage;
    const progress = monitoring.folder('ground-truth');
    const writeGroundTruth = new LambdaFunction(this, 'WriteGroundTruth', {
      handler: 'model-monitoring/write-ground-truth',
      description: 'Writes outcomes in the layout of Model Monitor',
      environment: {
        OUTCOMES_URI: outcomes.uri,
        GROUND_TRUTH_URI: groundTruth.uri,
        PROGRESS_URI: progress.uri,
      } satisfies Environment,
      timeout: Duration.minutes(10),
      memoryMegabytes: 512,
      onFailure: deadLetters,
    });
    outcomes.grantRead(writeGroundTruth);
    groundTruth.grantWrite(writeGroundTruth);
    progress.grantRead(writeGroundTruth);
    progress.grantWrite(writeGroundTruth);
    new Rule(this, 'Daily', {
      description: 'Outcomes of the day are handed on to Model Monitor',
      schedule: Schedule.cron({ hour: '4', minute: '30' }),
      targets: [
        new LambdaTarget(writeGroundTruth, {
          deadLetterQueue: deadLetters,
          retryAttempts: 24,
          maxEventAge: Duration.hours(24),
        }),
      ],
    });
  }
}

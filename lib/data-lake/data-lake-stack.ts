import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { FoundationStack } from '../foundation/foundation-stack';
import { DeadLetterQueue } from '../shared/dead-letter-queue';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import { DataCatalog } from './data-catalog';
import { LakeStorage } from './lake-storage';
import { StreamIntake } from './stream-intake';

/** Where data arrives and stays: the zones, their catalog, and the intake of single records. */
export class DataLakeStack extends PhaseStack {
  public readonly storage: LakeStorage;
  public readonly catalog: DataCatalog;
  public readonly deadLetters: DeadLetterQueue;
  public readonly streamIntake?: StreamIntake;

  public constructor(scope: Construct, id: string, lifecycle: Lifecycle, foundation: FoundationStack) {
    super(scope, id, 'data-lake', lifecycle);
    this.storage = new LakeStorage(this, 'Storage', { key: foundation.key, accessLogs: foundation.accessLogs });
    this.catalog = new DataCatalog(this, 'Catalog', { storage: this.storage });
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters');
    if (lifecycle.config.dataLake.streamIntake)
      this.streamIntake = new StreamIntake(this, 'StreamIntake', {
        storage: this.storage,
        key: foundation.key,
        deadLetters: this.deadLetters,
      });
  }

  /** Events of this phase that nobody handled. */
  public metricDeadLetters(): IMetric {
    return this.deadLetters.metricWaiting();
  }
}

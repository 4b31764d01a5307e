import type { Construct } from 'constructs';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import { AccessLogBucket } from './access-log-bucket';
import { DataKey } from './data-key';
import { OperatorsTopic } from './operators-topic';

/** What every phase stands on: one key, one topic for operators, one bucket for access logs. */
export class FoundationStack extends PhaseStack {
  public readonly key: DataKey;
  public readonly operators: OperatorsTopic;
  public readonly accessLogs: AccessLogBucket;

  public constructor(scope: Construct, id: string, lifecycle: Lifecycle) {
    super(scope, id, 'foundation', lifecycle);
    this.key = new DataKey(this, 'Key');
    this.operators = new OperatorsTopic(this, 'Operators', { key: this.key });
    this.key.admitLogs();
    this.accessLogs = new AccessLogBucket(this, 'AccessLogs');
  }
}

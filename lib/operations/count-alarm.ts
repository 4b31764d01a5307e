import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { PhaseStack } from '../shared/phase-stack';
import { runbookEntry } from './runbook';

export interface CountAlarmProps {
  /** Counts things that should not happen. */
  readonly signal: IMetric;
  /** What happened, for somebody woken at night. */
  readonly sentence: string;
  readonly operators: ITopic;
}

/** Tells the operators as soon as something was counted that should not happen; no data means that nothing happened. */
export class CountAlarm extends Alarm {
  public constructor(scope: Construct, id: string, { signal, sentence, operators }: CountAlarmProps) {
    super(scope, id, {
      metric: signal,
      alarmDescription: `${sentence} ${PhaseStack.of(scope).fixedName()}; what to do: ${runbookEntry(id)}`,
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    this.addAlarmAction(new SnsAction(operators));
  }
}

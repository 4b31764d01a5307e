import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { PhaseStack } from './phase-stack';
import { runbookEntry } from './runbook';

export interface OperatorsAlarmProps {
  /** What is watched, over its own period. */
  readonly signal: IMetric;
  /** What happened, for somebody woken at night. */
  readonly sentence: string;
  readonly operators: ITopic;
  /** In the signal's own unit. @default 1 */
  readonly threshold?: number;
  /** @default - at the threshold and above */
  readonly comparison?: ComparisonOperator;
  /** Periods in a row that must be bad. @default 1 */
  readonly periods?: number;
  /** Whether no data is bad too. @default - no data means that nothing happened */
  readonly missingData?: TreatMissingData;
  /** Only for an alarm that something outside its stack has to name. @default - CloudFormation names it */
  readonly alarmName?: string;
}

/** Tells the operators what happened and where the runbook says what to do; its id is the runbook's entry. */
export class OperatorsAlarm extends Alarm {
  public constructor(scope: Construct, id: string, props: OperatorsAlarmProps) {
    super(scope, id, {
      metric: props.signal,
      alarmName: props.alarmName,
      alarmDescription: `${props.sentence} ${PhaseStack.of(scope).fixedName()}; what to do: ${runbookEntry(id)}`,
      threshold: props.threshold ?? 1,
      comparisonOperator: props.comparison ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: props.periods ?? 1,
      treatMissingData: props.missingData ?? TreatMissingData.NOT_BREACHING,
    });
    this.addAlarmAction(new SnsAction(props.operators));
  }
}

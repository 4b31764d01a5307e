import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { OperatorsAlarm } from '../shared/operators-alarm';
import type { PredictionMonitors } from './prediction-monitors';

export interface ModelAlarmsProps {
  readonly monitors: PredictionMonitors;
  readonly operators: ITopic;
}

/**
 * Act on what the monitors find, and tell the operators. Each finding is one data point, and a period without one is
 * well again: so every day's finding is told, and asks for a training, anew.
 */
export class ModelAlarms extends Construct {
  /** The world moved away from what the model was trained on. */
  public readonly drift: readonly IAlarm[];
  /** The model's decisions turned out bad. */
  public readonly quality: readonly IAlarm[];

  public constructor(scope: Construct, id: string, { monitors, operators }: ModelAlarmsProps) {
    super(scope, id);
    this.drift = [
      new OperatorsAlarm(this, 'DataDrift', {
        signal: monitors.metricDataDrift(),
        sentence:
          'What the model is asked about no longer looks like what it was trained on; a training was asked for.',
        operators,
      }),
      new OperatorsAlarm(this, 'PredictionDrift', {
        signal: monitors.metricPredictionDrift(),
        sentence: 'The model’s scores no longer look as they did after its training; a training was asked for.',
        operators,
      }),
    ];
    this.quality = [
      new OperatorsAlarm(this, 'ModelQuality', {
        signal: monitors.metricModelQuality(),
        sentence: 'The model misses its goal, or decides worse than no model would; a training was asked for.',
        operators,
      }),
    ];
  }
}

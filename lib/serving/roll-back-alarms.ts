import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { OperatorsAlarm } from '../shared/operators-alarm';
import { PhaseStack } from '../shared/phase-stack';
import { endpointNames, rollBackAlarmNames } from './endpoint-names';
import { endpointSignal } from './endpoint-signal';
import type { ServingState } from './serving-state';

export interface RollBackAlarmsProps {
  readonly state: ServingState;
  readonly operators: ITopic;
}

/** One failed answer may be anything; this many in five minutes are the model. */
const ERRORS = 3;
/** The first requests of a fresh instance load the model: slow for one minute is no reason yet. */
const SLOW_MINUTES = 3;
const MICROSECONDS = 1000;

/** Watch the real-time endpoint: they roll a new version back while it is deployed, and call somebody at any time. */
export class RollBackAlarms extends Construct {
  public readonly names: readonly string[];

  public constructor(scope: Construct, id: string, { state, operators }: RollBackAlarmsProps) {
    super(scope, id);
    const { config } = PhaseStack.of(this).lifecycle;
    const names = rollBackAlarmNames(config);
    const { realTime } = endpointNames(config);
    new OperatorsAlarm(this, 'RealTimeErrors', {
      alarmName: names.errors,
      signal: endpointSignal(realTime, 'Invocation5XXErrors', 'Sum', Duration.minutes(5)),
      threshold: ERRORS,
      sentence: 'The real-time endpoint fails to answer; a version that is being deployed is rolled back.',
      operators,
    });
    new OperatorsAlarm(this, 'RealTimeLatency', {
      alarmName: names.latency,
      signal: endpointSignal(realTime, 'ModelLatency', 'p99', Duration.minutes(1)),
      threshold: config.serving.realTime.latencyMilliseconds * MICROSECONDS,
      periods: SLOW_MINUTES,
      sentence: 'The real-time endpoint answers too slowly; a version that is being deployed is rolled back.',
      operators,
    });
    this.names = [names.errors, names.latency];
    state.whenRealTime(this);
  }
}

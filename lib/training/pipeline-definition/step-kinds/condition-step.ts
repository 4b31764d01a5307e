import type { Value } from '../expression';
import type { PipelineStep } from '../pipeline-definition';

export interface Condition {
  readonly Type: 'Equals';
  readonly LeftValue: Value;
  readonly RightValue: Value;
}

/** A fork: the steps of the branch not taken never run, so nothing outside a branch may refer to a step in it. */
export interface ConditionStep {
  readonly Name: string;
  readonly Type: 'Condition';
  readonly Arguments: {
    readonly Conditions: readonly Condition[];
    readonly IfSteps: readonly PipelineStep[];
    readonly ElseSteps: readonly PipelineStep[];
  };
}

export interface ConditionStepProps {
  readonly name: string;
  /** All must hold. */
  readonly conditions: readonly Condition[];
  readonly ifSteps: readonly PipelineStep[];
  readonly elseSteps: readonly PipelineStep[];
}

/** Runs `ifSteps` if every condition holds, else `elseSteps`. */
export function conditionStep(props: ConditionStepProps): ConditionStep {
  return {
    Name: props.name,
    Type: 'Condition',
    Arguments: { Conditions: props.conditions, IfSteps: props.ifSteps, ElseSteps: props.elseSteps },
  };
}

/** Holds if both are the same. Strings are the safe choice: how the service compares booleans is not documented. */
export function equals(left: Value, right: Value): Condition {
  return { Type: 'Equals', LeftValue: left, RightValue: right };
}

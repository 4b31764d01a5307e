import { listOf, valueAt } from '../../value-at';
import { callOfTask, requiredChecks } from '../operation-actions';
import { handsOn } from './targets';
import { type Asked, asked, type Caller, type World } from './world';

/** What EventBridge does with the roles of a rule's targets. */
export const ofRule: Caller = ({ Properties, stack }, world) =>
  listOf(Properties.Targets).flatMap((target) => {
    const given = valueAt(target, 'RoleArn');
    return given === undefined ? [] : handsOn(world.roleOf(given, stack), valueAt(target, 'Arn'), stack, world);
  });

/** What EventBridge Scheduler does with the role of a schedule: it starts the target, and parks what it could not start. */
export const ofSchedule: Caller = ({ Properties, stack }, world) => {
  const role = world.roleOf(valueAt(Properties, 'Target', 'RoleArn'), stack);
  const target = valueAt(Properties, 'Target', 'Arn');
  return [
    ...handsOn(role, target, stack, world),
    ...universal(role, world.text(target, stack), valueAt(Properties, 'Target', 'Input'), world),
    ...handsOn(role, valueAt(Properties, 'Target', 'DeadLetterConfig', 'Arn'), stack, world),
  ];
};

/** A target such as `arn:aws:scheduler:::aws-sdk:sagemaker:startPipelineExecution` is a call with the schedule's input. */
function universal(role: string, arn: string, input: unknown, world: World): Asked[] {
  if (!arn.includes(':scheduler:::aws-sdk:')) return [];
  const [stack] = world.assembly.stacks;
  try {
    const call = callOfTask(arn.replace(':scheduler:::', ':states:::'), JSON.parse(String(input ?? '{}')));
    return call && stack ? asked(role, requiredChecks(call, world.at(stack))) : [];
  } catch {
    return [];
  }
}

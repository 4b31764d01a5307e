import { isBusy, isSettled, type ServingStack } from '../state/serving-stack';
import { inService, isSame, type ServingState } from '../state/serving-state';

/** An endpoint as SageMaker describes it; nothing when there is none. */
export interface Endpoint {
  readonly name: string;
  readonly status?: string;
  /** The one it runs, which is not always the one it was last asked to run. */
  readonly config?: string;
  readonly failure?: string;
}

export type Verdict =
  | { readonly is: 'waiting' | 'occupied' | 'superseded' | 'refused' | 'broken'; readonly reason: string }
  | { readonly is: 'in-force' };

/**
 * What became of an update. Names of CloudFormation's errors are not to be relied on, so only the stack is: its status,
 * and whether its parameters say what was wanted, whoever brought that about.
 */
export function judgeStack(
  wanted: ServingState,
  stack: ServingStack,
  /** What CloudFormation said when it refused the update. */
  refusal: string | undefined,
): Verdict {
  if (isBusy(stack)) {
    const reason = `the serving stack is ${stack.status}.`;
    // Another run's update: what it leaves is what has to be decided on.
    return { is: refusal === undefined ? 'waiting' : 'occupied', reason };
  }
  if (!isSettled(stack)) return { is: 'broken', reason: `The serving stack is ${stack.status}.` };
  if (isSame(stack.state, wanted)) return { is: 'in-force' };
  if (refusal !== undefined) {
    // The update that was in the way has ended since.
    const is = refusal.includes('_IN_PROGRESS') ? 'occupied' : 'refused';
    return { is, reason: `CloudFormation refused the update: ${refusal}` };
  }
  return stack.status === 'UPDATE_ROLLBACK_COMPLETE'
    ? { is: 'broken', reason: 'CloudFormation rolled the update back.' }
    : { is: 'superseded', reason: `${inService(stack.state)}: another run has taken over.` };
}

const AT_WORK: readonly (string | undefined)[] = ['Creating', 'Updating', 'RollingBack', 'SystemUpdating', 'Deleting'];

/** Whether endpoints run what the stack says: SageMaker can go back to a former configuration and still be in service. */
export function judgeEndpoints(endpoints: readonly Endpoint[], configs: readonly string[]): Verdict {
  const working = endpoints.find(({ status }) => AT_WORK.includes(status));
  if (working) return { is: 'waiting', reason: `the endpoint ${working.name} is ${working.status}.` };
  for (const { name, status, config, failure } of endpoints) {
    const detail = failure ? ` ${failure}` : '';
    if (status === undefined) return { is: 'broken', reason: `There is no endpoint ${name}.` };
    if (status !== 'InService') return { is: 'broken', reason: `The endpoint ${name} is ${status}.${detail}` };
    // Names that come out of ARNs are in lower case.
    if (config === undefined || !configs.some((each) => each.toLowerCase() === config.toLowerCase()))
      return { is: 'broken', reason: `SageMaker rolled the endpoint ${name} back to ${config}.${detail}` };
  }
  return { is: 'in-force' };
}

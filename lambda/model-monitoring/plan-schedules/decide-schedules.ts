import type { Answer, Parameters, SchedulesRun } from './schedules-run';

export interface Question {
  readonly run: SchedulesRun['run'];
  /** Of the schedules' stack. */
  readonly status: string;
  /** In force, or on their way to be while the stack is busy. */
  readonly current: Parameters;
  /** What the parameters shall be; those that it leaves out stay. */
  readonly wanted: Parameters;
  /** Why the last update went back, if it did. */
  readonly whyBack: string;
}

/** From these a stack takes an update. */
const SETTLED: readonly string[] = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'];
/** CloudFormation was busy with this stack or with others; its error names are not relied on. */
const BUSY = /IN_PROGRESS|rate exceeded|throttl|service ?unavailable|internal ?(failure|error)/i;
/** The last update failed and left everything as it was. */
export const WENT_BACK = 'UPDATE_ROLLBACK_COMPLETE';

/**
 * A run's next step, seen from the stack as it is now. The stack is the lock: another run's update is waited for, and a
 * run whose update came too late finds its work done or begins anew.
 */
export function decideSchedules({ run, status, current, wanted, whyBack }: Question): Answer {
  const { answer, update } = run;
  const rejected =
    answer?.step === 'update' && update?.Error !== undefined ? (update.Cause ?? update.Error) : undefined;
  const tried = rejected === undefined ? answer?.tried : undefined;
  if (status.endsWith('_IN_PROGRESS')) return { step: 'wait', reason: `the schedules' stack is ${status}`, tried };
  if (!SETTLED.includes(status))
    return { step: 'failed', reason: `the schedules' stack is ${status} and takes no update until it is mended` };
  if (isInForce(wanted, current))
    return { step: tried ? 'followed' : 'nothing', reason: `the schedules are ${current.Schedules}` };
  if (tried && status === WENT_BACK) return { step: 'refused', reason: whyBack };
  if (rejected !== undefined && BUSY.test(rejected)) return { step: 'wait', reason: rejected };
  if (rejected !== undefined) return { step: 'failed', reason: rejected };
  return { step: 'update', reason: `the schedules become ${wanted.Schedules}`, tried: wanted };
}

function isInForce(wanted: Parameters, current: Parameters): boolean {
  return Object.entries(wanted).every(([name, value]) => current[name] === value);
}

/** UpdateStack's list: every parameter of the stack, since one left out would fall back to its default. */
export function updateParameters(current: Parameters, wanted: Parameters) {
  return Object.keys(current).map((ParameterKey) => {
    const value = wanted[ParameterKey];
    return value === undefined ? { ParameterKey, UsePreviousValue: true } : { ParameterKey, ParameterValue: value };
  });
}

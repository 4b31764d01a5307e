import * as z from 'zod/mini';
import { servingState } from './serving-state';

const time = z.iso.datetime({ offset: true });
const request = z.union([
  z.object({
    action: z.enum(['approve', 'reject']),
    version: z.string().check(z.minLength(1)),
    cause: z.string(),
    /** Of the event that asks; missing when a person does. */
    time: z.optional(time),
  }),
  z.object({ action: z.enum(['park', 'wake']), cause: z.string() }),
]);
/** What a run of apply-serving-state was started with. */
export type ServingRequest = Readonly<z.infer<typeof request>>;

const failure = z.extend(servingState, {
  /** What went wrong, a sentence or several. */
  reason: z.string(),
  at: time,
  /** When the run first turned back. */
  since: time,
  /** States that this run has tried in vain. */
  tries: z.int(),
});
/** What was tried and does not serve as it should. */
export type Failure = Readonly<z.infer<typeof failure>>;

const answer = z.extend(servingState, {
  /**
   * `wait`, then ask again · `update` the stack to this state · `decide` anew · `applied` and seen to serve · `nothing` to
   * do · `failed`, as the reason says.
   */
  step: z.enum(['wait', 'update', 'decide', 'applied', 'nothing', 'failed']),
  reason: z.string(),
  /** How a run that failed is called: refused when nothing was tried. */
  error: z.enum(['', 'ServingRefused', 'ServingFailed']),
  /** What served before this run. */
  former: servingState,
  /** Updates that CloudFormation refused in this run. */
  refusals: z.int(),
  /** From then on the run is on its way back. */
  failure: z.optional(failure),
});
/** What a run knows after each of its steps; the state machine hands it from one to the next. */
export type Answer = Readonly<z.infer<typeof answer>>;

/** What the state machine hands to the functions that decide and check. */
export const servingRun = z.object({
  now: time,
  run: z.object({
    startedAt: time,
    request,
    answer: z.optional(answer),
    /** What UpdateStack answered, or `Error` and `Cause` when it refused. */
    update: z.optional(z.object({ Error: z.optional(z.string()), Cause: z.optional(z.string()) })),
  }),
});
export type ServingRun = z.infer<typeof servingRun>;

const HOUR_MILLISECONDS = 3_600_000;

/** Whether a run has waited long enough, counted from its start, or from where it turned back. */
export function isOutOfPatience({ now, run }: ServingRun, patienceHours: number): boolean {
  const since = run.answer?.failure?.since ?? run.startedAt;
  return Date.parse(now) - Date.parse(since) > patienceHours * HOUR_MILLISECONDS;
}

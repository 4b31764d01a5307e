import * as z from 'zod/mini';

const time = z.iso.datetime({ offset: true });

/** Parameters of the schedules' stack by name. */
const parameters = z.record(z.string(), z.string());
export type Parameters = Readonly<z.infer<typeof parameters>>;

const answer = z.object({
  /**
   * `wait`, then ask again · `update` the stack · `followed`: what was wanted is in force · `nothing` to do · `refused`: the
   * stack went back · `failed`, as the reason says.
   */
  step: z.enum(['wait', 'update', 'followed', 'nothing', 'refused', 'failed']),
  reason: z.string(),
  /** What an update that CloudFormation is carrying out, or has carried out, sends or sent. */
  tried: z.optional(parameters),
});

/** What a run knows after each of its steps; the state machine hands it from one to the next. */
export type Answer = Readonly<z.infer<typeof answer>>;

/** What the state machines hand to the function that plans. */
export const schedulesRun = z.object({
  now: time,
  run: z.object({
    startedAt: time,
    /** Follow what is in service, or have no schedules whatever is. */
    want: z.enum(['follow', 'off']),
    answer: z.optional(answer),
    /** What UpdateStack answered, or `Error` and `Cause` when it did not take the update. */
    update: z.optional(z.object({ Error: z.optional(z.string()), Cause: z.optional(z.string()) })),
  }),
});
export type SchedulesRun = Readonly<z.infer<typeof schedulesRun>>;

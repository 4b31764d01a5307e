import * as z from 'zod/mini';
import { lookTime } from '../shared/reports';

const asked = z.object({
  cause: z.enum(['drift', 'quality', 'schedule', 'hand']),
  /** Of the event that asks, in ISO 8601. */
  time: z.iso.datetime({ offset: true }),
});
/** Somebody wants the model trained again: an alarm's rule, the schedule's, or a person. */
export type Asked = z.infer<typeof asked>;

/** An event of the rules, or the same by hand. Throws on any other. */
export function parseAsked(event: unknown): Asked {
  return z.parse(asked, event);
}

/** The monitor whose finding a cause is. */
export function monitorOf(cause: Asked['cause']): 'drift' | 'quality' | undefined {
  return cause === 'drift' || cause === 'quality' ? cause : undefined;
}

/** One preparation of data: what it is called, and what it is told. */
export interface Preparation {
  readonly name: string;
  readonly input: { readonly cause: Asked['cause']; readonly arrivedAt: string };
}

/**
 * What to ask the preparation of data for. It is named by cause and day, and a name is taken once: however often an alarm
 * comes, there is one preparation a day for it. The day is that of the finding, not that of the alarm about it.
 */
export function preparationFor({ cause, time }: Asked, lastReport: string | undefined): Preparation {
  const arrivedAt = lookTime(lastReport ?? time);
  return { name: `${cause}-${arrivedAt.slice(0, 'yyyy-mm-dd'.length)}`, input: { cause, arrivedAt } };
}

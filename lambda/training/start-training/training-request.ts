import * as z from 'zod/mini';

const time = z.iso.datetime({ offset: true });
const asked = {
  /** Why: `new-data`, `drift`, `quality`, `schedule`, `hand` … */
  cause: z.string().check(z.regex(/^[a-z][a-z-]{0,62}$/)),
  /** Folder of the datasets, `s3://bucket/datasets/<dataset>/<run>`. */
  datasets: z.string().check(z.regex(/^s3:\/\/[^/]+\/.+/)),
};
const prepared = z.object({
  ...asked,
  outcome: z.enum(['prepared', 'already-prepared']),
  /** As of when the datasets were asked for: cool-downs count from there, however long preparing took. */
  time: z.optional(time),
});
const direct = z.object({ ...asked, time });
const finished = z.object({
  'detail-type': z.literal('Step Functions Execution Status Change'),
  time,
  detail: z.object({ status: z.literal('SUCCEEDED'), output: z.string() }),
});

/** Somebody asks for a training on these datasets; `time` is when the data came or the cause was seen, in ISO 8601. */
export type TrainingRequest = z.infer<typeof direct>;

/**
 * What an event asks for: the end of a preparation, or a direct call with `{ cause, datasets, time }`. Nothing when the
 * preparation found its work done. Throws on any other event.
 */
export function trainingRequest(event: unknown): TrainingRequest | undefined {
  if (typeof event !== 'object' || event === null || !('detail-type' in event))
    return withoutSlash(z.parse(direct, event));
  const { detail, time: endedAt } = z.parse(finished, event);
  const { outcome, cause, datasets, time = endedAt } = z.parse(prepared, JSON.parse(detail.output));
  return outcome === 'prepared' ? withoutSlash({ cause, datasets, time }) : undefined;
}

function withoutSlash(request: TrainingRequest): TrainingRequest {
  return { ...request, datasets: request.datasets.replace(/\/+$/, '') };
}

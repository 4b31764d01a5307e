import * as z from 'zod/mini';
import { INFERENCE_ID } from './inference-id';

export const inferenceId = z.string().check(z.regex(INFERENCE_ID));

const loggedPrediction = z.object({
  inferenceId,
  recordId: z.string().check(z.minLength(1)),
  /** Of the features, as the feature store holds it. */
  eventTime: z.string().check(z.minLength(1)),
  predictedAt: z.iso.datetime(),
  /** In the order of the dataset's features; null where there was no value. */
  features: z.record(z.string(), z.nullable(z.number())),
  score: z.number(),
  /** The version's own, at the time of the prediction. */
  threshold: z.number(),
  decision: z.boolean(),
  /** ARN of the model package. */
  modelVersion: z.string().check(z.startsWith('arn:')),
  servedBy: z.enum(['real-time', 'serverless']),
});
/** One line of the prediction log. */
export type LoggedPrediction = Readonly<z.infer<typeof loggedPrediction>>;

const loggedOutcome = z.object({
  inferenceId,
  /** One of the target's two values. */
  actual: z.optional(z.string().check(z.minLength(1))),
  /** From 1 (useless) to 5. */
  feedback: z.optional(z.int().check(z.gte(1), z.lte(5))),
  recordedAt: z.iso.datetime(),
});
/** One line of the outcomes log: what became of a prediction, as somebody told it; the newest one counts. */
export type LoggedOutcome = Readonly<z.infer<typeof loggedOutcome>>;

/** One line of the prediction log. Throws on any other line, without quoting it: it holds a person's features. */
export function parsePrediction(line: string): LoggedPrediction {
  return parseLine(loggedPrediction, line, 'a logged prediction');
}

/** One line of the outcomes log. Throws on any other line. */
export function parseOutcome(line: string): LoggedOutcome {
  return parseLine(loggedOutcome, line, 'a logged outcome');
}

function parseLine<Schema extends z.ZodMiniType>(schema: Schema, line: string, what: string): z.infer<Schema> {
  const result = z.safeParse(schema, asJson(line));
  if (result.success) return result.data;
  const places = [...new Set(result.error.issues.map(({ path }) => path.slice(0, 1).join('') || 'the line'))];
  throw new Error(`this line is not ${what}: see ${places.join(', ')}`);
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // The parser's own message quotes the text.
    return undefined;
  }
}

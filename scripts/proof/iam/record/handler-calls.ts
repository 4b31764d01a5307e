import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { NoRecordError } from './no-record-error';
import { readLines } from './read-lines';

const COMMAND = 'npm run test:unit';
const line = z.object({
  handler: z.string(),
  service: z.string(),
  operation: z.string(),
  input: z.record(z.string(), z.unknown()),
  error: z.optional(z.string()),
});

/** A call of an AWS service that a handler made in one of its tests. */
export interface HandlerCall {
  /** Its folder below `lambda`, as `training/start-training`. */
  readonly handler: string;
  /** The id of the SDK's client, as `SageMaker Runtime`. */
  readonly service: string;
  readonly operation: string;
  /** Shortened: long texts and lists are cut, bodies are only named. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The name of the error that the call ended with. */
  readonly error?: string;
}

/** Where the calls of a test file go, which is given relative to `test`: so each run of it replaces its own. */
export function recordOfTest(folder: string, test: string): string {
  return join(callsIn(folder), `${test}.jsonl`);
}

/** Reads them all but those of tests that are gone. Throws NoRecordError if there are none. */
export function readHandlerCalls(folder: string): HandlerCall[] {
  const calls = callsIn(folder);
  const files = existsSync(calls) ? readdirSync(calls, { recursive: true, encoding: 'utf8' }) : [];
  const tests = files
    .filter(
      (file) => file.endsWith('.jsonl') && existsSync(join(folder, '..', 'test', file.slice(0, -'.jsonl'.length))),
    )
    .sort();
  if (tests.length === 0) throw new NoRecordError(`there are no calls of handlers in ${calls}`, COMMAND);
  return tests.flatMap((file) => readLines(join(calls, file), line, COMMAND));
}

function callsIn(folder: string): string {
  return join(folder, 'calls');
}

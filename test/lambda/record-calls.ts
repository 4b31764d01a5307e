import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { type HandlerCall, recordOfTest } from '../../scripts/proof/iam/record/handler-calls';
import { handlerOf } from './handler-of';

/** What all clients of the SDK have in common. */
interface Client {
  readonly config: { readonly serviceId: string };
}
type Send = (this: Client, command: { readonly input: object }, ...rest: unknown[]) => Promise<unknown>;

const PROJECT = join(__dirname, '..', '..');
/** Deep enough for a handler that a test reaches through a fake of the services around it. */
const FRAMES = 60;
/** Texts and lists are there for what IAM would be asked, not for their content. */
const [LONGEST, MOST] = [300, 3];

const test = expect.getState().testPath ?? '';
const file = recordOfTest(join(PROJECT, '.local'), relative(join(PROJECT, 'test'), test));
rmSync(file, { force: true });
const written = new Set<string>();

/**
 * Notes a call of a handler for the proof of least privilege: one line for each kind of call that the test file makes
 * from code of a handler. Call it before anything is awaited; what it returns takes how the call ended.
 */
export function recordCall(service: string, operation: string, input: unknown): (error?: unknown) => void {
  const handler = handlerOf(filesOnStack(), test);
  if (handler === undefined) return () => {};
  const kept = outline(input) as HandlerCall['input'];
  return (error) => {
    const call = { handler, service, operation, ...(error instanceof Error && { error: error.name }) };
    const kind = JSON.stringify({ ...call, shape: shape(kept) });
    if (written.has(kind)) return;
    written.add(kind);
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, `${JSON.stringify({ ...call, input: kept })}\n`);
  };
}

/** Lets every client of the SDK note its calls, those that a handler makes for itself as well. */
export function recordCallsOfAllClients(): void {
  const base = Object.getPrototypeOf(S3Client.prototype) as { send: Send };
  const { send } = base;
  base.send = async function (this: Client, command, ...rest) {
    const ended = recordCall(this.config.serviceId, operationOf(command), command.input);
    try {
      const result = await send.call(this, command, ...rest);
      ended();
      return result;
    } catch (error) {
      ended(error);
      throw error;
    }
  };
}

/** As AWS names what a command does. */
export function operationOf(command: object): string {
  return command.constructor.name.replace(/Command$/, '');
}

/** Names of the files whose code is being run, innermost first, across awaits. */
function filesOnStack(): readonly string[] {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  // Not translated through source maps: that is slow, and file names are right without.
  Error.prepareStackTrace = (_, sites) => sites.map((site) => site.getFileName() ?? '');
  const files = new Error().stack as unknown as readonly string[];
  Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  return files;
}

/** An input as plain data, cut short; what is neither, such as a body, is only named. */
function outline(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, LONGEST);
  if (Array.isArray(value)) return value.slice(0, MOST).map(outline);
  if (typeof value !== 'object' || value === null) return value;
  const kind = value.constructor?.name ?? 'Object';
  if (kind !== 'Object') return kind;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, outline(each)]));
}

/** The same with types for values: what IAM is asked hangs on which properties there are. */
function shape(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value;
  if (Array.isArray(value)) return value.map(shape);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shape(each)]));
}

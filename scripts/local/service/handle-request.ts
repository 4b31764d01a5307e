import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Caller } from './caller';
import type { JobProcesses } from './jobs/job-processes';
import { OPERATIONS, type Services } from './operations';
import { provideResource } from './provide-resource';
import type { ResourceTools } from './resource-type';
import { rawAnswer, restOperation } from './rest';
import { ServiceError, validationException } from './service-error';
import type { Invocation } from './serving/endpoints';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const JSON_HEADERS = { 'content-type': 'application/x-amz-json-1.1' };

/**
 * Answers one request: an AWS operation in its own wire form (JSON 1.1 by X-Amz-Target, REST for the run times of
 * feature store and endpoints), a CloudFormation resource (`POST /cfn`), or the list of jobs (`GET /local/jobs`). Never
 * throws.
 */
export async function handleRequest(
  request: IncomingMessage,
  body: Buffer,
  services: Services & ResourceTools & { readonly processes: JobProcesses },
): Promise<Answer> {
  const { method = '', headers } = request;
  const url = new URL(request.url ?? '/', 'http://local');
  const json = (): object => parse(String(body));
  try {
    if (method === 'GET' && url.pathname === '/local/jobs') return jsonAnswer(services.processes.list());
    if (method === 'POST' && url.pathname === '/cfn') return jsonAnswer(await provideResource(json(), services));
    const [name, input] = headers['x-amz-target']
      ? [String(headers['x-amz-target']), json()]
      : restOperation(method, url, headers, body, json);
    const caller = {
      account: String(headers['x-local-account'] ?? ''),
      region: String(headers['x-local-region'] ?? ''),
    };
    const output = await run(name, input, services, caller);
    return 'Body' in output ? { status: 200, ...rawAnswer(output as Invocation) } : jsonAnswer(output);
  } catch (error) {
    const known = error instanceof ServiceError ? error : new ServiceError('InternalFailure', String(error), 500);
    const { code, message, status, members } = known;
    const said = JSON.stringify({ __type: code, message, Message: message, ...members });
    return { status, headers: { ...JSON_HEADERS, 'x-amzn-errortype': code }, body: said };
  }
}

function jsonAnswer(output: object): Answer {
  return { status: 200, headers: JSON_HEADERS, body: JSON.stringify(output) };
}

function parse(body: string): object {
  try {
    return body === '' ? {} : JSON.parse(body);
  } catch (error) {
    throw new ServiceError('SerializationException', String(error));
  }
}

async function run(name: string, input: unknown, services: Services, caller: Caller): Promise<object> {
  const operation = OPERATIONS.find((one) => one.name === name);
  if (!operation) throw new ServiceError('UnknownOperationException', `The operation ${name} does not run locally`);
  const parsed = operation.input.safeParse(input);
  if (parsed.success) return operation.handle(parsed.data as never, services, caller);
  const message = `1 validation error detected: ${z.prettifyError(parsed.error).replace(/\s+/g, ' ')}`;
  throw /Runtime\./.test(name) ? new ServiceError('ValidationError', message) : validationException(message);
}

import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Caller } from './caller';
import type { JobProcesses } from './jobs/job-processes';
import { OPERATIONS, type Services } from './operations';
import { provideResource, type ResourceTools } from './provide-resource';
import { ServiceError, validationException } from './service-error';

export interface Answer {
  readonly status: number;
  readonly type: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Answers one request: an AWS operation in its own wire form (JSON 1.1 by X-Amz-Target, REST for the feature store's
 * runtime), a CloudFormation resource (`POST /cfn`), or the list of jobs (`GET /local/jobs`). Never throws.
 */
export async function handleRequest(
  request: IncomingMessage,
  body: string,
  services: Services & ResourceTools & { readonly processes: JobProcesses },
): Promise<Answer> {
  const { method = '', headers } = request;
  const url = new URL(request.url ?? '/', 'http://local');
  const type = { 'content-type': 'application/x-amz-json-1.1' };
  try {
    const json = parse(body);
    if (method === 'GET' && url.pathname === '/local/jobs')
      return { status: 200, type, body: JSON.stringify(services.processes.list()) };
    if (method === 'POST' && url.pathname === '/cfn')
      return { status: 200, type, body: JSON.stringify(await provideResource(json, services)) };
    const [name, input] = headers['x-amz-target']
      ? [String(headers['x-amz-target']), json]
      : restOperation(method, url, json);
    const caller = {
      account: String(headers['x-local-account'] ?? ''),
      region: String(headers['x-local-region'] ?? ''),
    };
    return { status: 200, type, body: JSON.stringify(await run(name, input, services, caller)) };
  } catch (error) {
    const known = error instanceof ServiceError ? error : new ServiceError('InternalFailure', String(error), 500);
    const errorType = { ...type, 'x-amzn-errortype': known.code };
    return {
      status: known.status,
      type: errorType,
      body: JSON.stringify({ __type: known.code, message: known.message, Message: known.message }),
    };
  }
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
  throw name.startsWith('FeatureStoreRuntime.')
    ? new ServiceError('ValidationError', message)
    : validationException(message);
}

/** The feature store's runtime says by method and path what others say by header. */
function restOperation(method: string, { pathname, searchParams }: URL, body: object): [string, object] {
  const [, first = '', group] = pathname.split('/').map(decodeURIComponent);
  if (method === 'POST' && first === 'BatchWriteRecord') return ['FeatureStoreRuntime.BatchWriteRecord', body];
  if (method === 'GET' && first === 'FeatureGroup') {
    const { FeatureName: _, ...query } = Object.fromEntries(searchParams);
    const names = searchParams.getAll('FeatureName');
    return [
      'FeatureStoreRuntime.GetRecord',
      { FeatureGroupName: group, ...query, ...(names.length > 0 ? { FeatureNames: names } : {}) },
    ];
  }
  return [`${method} ${pathname}`, body];
}

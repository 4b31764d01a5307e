import type { IncomingHttpHeaders } from 'node:http';
import type { Invocation } from './serving/endpoints';

/** What an operation answered when the answer is no JSON: a body as it is, and members that travel as headers. */
export interface RawAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** InvokeEndpoint's members by the header that carries them. */
const INVOCATION_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'ContentType',
  accept: 'Accept',
  'x-amzn-sagemaker-custom-attributes': 'CustomAttributes',
  'x-amzn-sagemaker-target-variant': 'TargetVariant',
  'x-amzn-sagemaker-inference-id': 'InferenceId',
};

/** The run times say by method and path what others say by header: the operation's name and its input. */
export function restOperation(
  method: string,
  { pathname, searchParams }: URL,
  headers: IncomingHttpHeaders,
  body: Buffer,
  json: () => object,
): [string, object] {
  const [, first = '', name, last] = pathname.split('/').map(decodeURIComponent);
  if (method === 'POST' && first === 'endpoints' && last === 'invocations') {
    const carried = Object.entries(headers).filter(([header]) =>
      /^(content-type|accept|x-amzn-sagemaker-.*)$/.test(header),
    );
    const members = carried.map(([header, value]) => [INVOCATION_HEADERS[header] ?? header, value]);
    return ['SageMakerRuntime.InvokeEndpoint', { EndpointName: name, Body: body, ...Object.fromEntries(members) }];
  }
  if (method === 'POST' && (first === 'BatchWriteRecord' || first === 'BatchGetRecord'))
    return [`FeatureStoreRuntime.${first}`, json()];
  if (method === 'GET' && first === 'FeatureGroup') {
    const { FeatureName: _, ...query } = Object.fromEntries(searchParams);
    const names = searchParams.getAll('FeatureName');
    return [
      'FeatureStoreRuntime.GetRecord',
      { FeatureGroupName: name, ...query, ...(names.length > 0 ? { FeatureNames: names } : {}) },
    ];
  }
  return [`${method} ${pathname}`, {}];
}

/** InvokeEndpoint's answer as it goes over the wire. */
export function rawAnswer({ Body, ContentType, InvokedProductionVariant, CustomAttributes }: Invocation): RawAnswer {
  const headers = {
    'content-type': ContentType,
    'x-Amzn-Invoked-Production-Variant': InvokedProductionVariant,
    'X-Amzn-SageMaker-Custom-Attributes': CustomAttributes,
  };
  const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { headers: Object.fromEntries(given), body: Body };
}

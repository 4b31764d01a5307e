import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { DescribeModelPackageCommand, type SageMakerClient } from '@aws-sdk/client-sagemaker';
import { InvokeEndpointCommand, type SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import * as z from 'zod/mini';
import { objectUnder } from '../../shared/s3-location';

/** Answers differ by the machine's rounding, never by more. */
const TOLERANCE = 1e-4;
const CSV = 'text/csv';

const sample = z.object({
  rows: z
    .array(z.object({ features: z.string().check(z.minLength(1)), score: z.number() }))
    .check(z.minLength(1), z.maxLength(5)),
});
type Sample = z.infer<typeof sample>;

/** The endpoint takes no request at this moment, which says nothing about the version. */
export class EndpointBusyError extends Error {}
/** Errors that mean so; both are a 429. Source: errors of InvokeEndpoint in the SageMaker API reference. */
const BUSY: readonly string[] = ['ThrottlingException', 'ModelNotReadyException'];

export interface SmokeTestClients {
  readonly s3: S3Client;
  readonly sageMaker: SageMakerClient;
  readonly sageMakerRuntime: SageMakerRuntimeClient;
}

/**
 * Asks each endpoint for the rows that were scored when the version was trained. The first answer that is missing or
 * differs is the problem, in a sentence; nothing when all agree. Throws `EndpointBusyError` when an endpoint has to be asked
 * later.
 */
export async function smokeTest(
  version: string,
  endpoints: readonly string[],
  { s3, sageMaker, sageMakerRuntime }: SmokeTestClients,
): Promise<string | undefined> {
  const { rows, problem } = await readSample(version, sageMaker, s3);
  if (problem !== undefined) return problem;
  for (const endpoint of endpoints)
    for (const [index, { features, score }] of rows.entries()) {
      const where = `The smoke test failed: the endpoint ${endpoint} answered row ${index + 1} with`;
      const answer = await invoke(sageMakerRuntime, endpoint, features);
      if (answer.error !== undefined) return `${where} an error: ${answer.error}`;
      const found = Number(answer.text);
      if (answer.text === '' || !(Math.abs(found - score) <= TOLERANCE))
        return `${where} ${answer.text.slice(0, 100) || 'nothing'} instead of ${score}.`;
    }
  return undefined;
}

async function readSample(
  version: string,
  sageMaker: SageMakerClient,
  s3: S3Client,
): Promise<Sample & { readonly problem?: string }> {
  const { CustomerMetadataProperties } = await sageMaker.send(
    new DescribeModelPackageCommand({ ModelPackageName: version }),
  );
  const uri = CustomerMetadataProperties?.smokeTest ?? '';
  const { bucket, key } = objectUnder(uri, '');
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  const text = (await Body?.transformToString()) ?? '';
  try {
    return z.parse(sample, JSON.parse(text));
  } catch {
    return { rows: [], problem: `The smoke test failed: ${uri} holds no rows with scores.` };
  }
}

/** A row a call, as predictions are made; what the endpoint captures stays one row a record. */
async function invoke(
  client: SageMakerRuntimeClient,
  EndpointName: string,
  features: string,
): Promise<{ readonly text: string; readonly error?: string }> {
  try {
    const request = { EndpointName, ContentType: CSV, Accept: CSV, Body: Buffer.from(features) };
    const { Body } = await client.send(new InvokeEndpointCommand(request));
    return {
      text: Buffer.from(Body ?? [])
        .toString()
        .trim(),
    };
  } catch (error) {
    const { name = '', message = String(error) } = error instanceof Error ? error : {};
    if (BUSY.includes(name)) throw new EndpointBusyError(`the endpoint ${EndpointName} is busy: ${message}`);
    return { text: '', error: message };
  }
}

import { createHash } from 'node:crypto';
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { objectUnder, s3Uri } from '../../shared/s3-location';

/** Clarify's `predictor`: the endpoint that it makes for explaining, of the model in service. */
export interface Predictor {
  readonly modelName: string;
  readonly instanceType: string;
  readonly endpointNamePrefix: string;
}

const config = z.looseObject({ headers: z.array(z.string()), methods: z.looseObject({}) });

/**
 * Writes what Clarify is told about explaining the model in service: the version's own part, which its assessment left,
 * and the model. The name is that of the content, so the same model has the same URI and another one has another.
 */
export async function writeExplainabilityConfig(
  s3: S3Client,
  { baselineUri, folderUri, predictor }: { baselineUri: string; folderUri: string; predictor: Predictor },
): Promise<string> {
  const source = objectUnder(baselineUri, 'explainability-config.json');
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: source.bucket, Key: source.key }));
  const told = z.parse(config, JSON.parse((await Body?.transformToString()) ?? ''));
  const content = JSON.stringify({
    ...told,
    predictor: {
      model_name: predictor.modelName,
      instance_type: predictor.instanceType,
      initial_instance_count: 1,
      endpoint_name_prefix: predictor.endpointNamePrefix,
      content_type: 'text/csv',
      accept_type: 'text/csv',
    },
  });
  const hash = createHash('sha256').update(content).digest('hex');
  const { bucket, key } = objectUnder(folderUri, `${hash}.json`);
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: content, ContentType: 'application/json' }));
  return s3Uri({ bucket, key });
}

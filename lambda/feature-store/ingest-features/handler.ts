import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerFeatureStoreRuntimeClient } from '@aws-sdk/client-sagemaker-featurestore-runtime';
import type { Context } from 'aws-lambda';
import { readEnvironment } from '../../shared/environment';
import { logger } from '../../shared/logger';
import { ENVIRONMENT } from './environment';
import { ingestFeatures } from './ingest-features';

const { FEATURE_GROUP_NAME, SIGNAL_NAMESPACE } = readEnvironment(ENVIRONMENT);
const clients = {
  s3: new S3Client(),
  // A throttled store recovers within seconds, and starting the whole part again costs more than waiting.
  featureStore: new SageMakerFeatureStoreRuntimeClient({ maxAttempts: 8 }),
  cloudWatch: new CloudWatchClient(),
};

export const handler = async (event: unknown, context: Context) => {
  logger.addContext(context);
  const settings = { featureGroupName: FEATURE_GROUP_NAME, signalNamespace: SIGNAL_NAMESPACE };
  const result = await ingestFeatures(event, clients, settings);
  logger.info('Feature records written', { ...result });
  return result;
};

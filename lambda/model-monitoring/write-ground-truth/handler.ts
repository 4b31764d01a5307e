import { S3Client } from '@aws-sdk/client-s3';
import type { Context } from 'aws-lambda';
import dataset from 'dataset-description';
import { readEnvironment } from '../../shared/environment';
import { logger } from '../../shared/logger';
import { ENVIRONMENT } from './environment';
import { writeGroundTruth } from './write-ground-truth';

const env = readEnvironment(ENVIRONMENT);
const s3 = new S3Client();

export const handler = async (event: unknown, context: Context) => {
  logger.addContext(context);
  const written = await writeGroundTruth(event, s3, { positive: dataset.target.positive, env });
  logger.info('Ground truth written', { ...written });
  return written;
};

import { S3Client } from '@aws-sdk/client-s3';
import type { Context } from 'aws-lambda';
import { readEnvironment } from '../../shared/environment';
import { logger } from '../../shared/logger';
import { ENVIRONMENT } from './environment';
import { markDayComplete } from './mark-day-complete';

const { RAW_BUCKET, RAW_PREFIX } = readEnvironment(ENVIRONMENT);
const s3 = new S3Client();

export const handler = async (event: unknown, context: Context) => {
  logger.addContext(context);
  const result = await markDayComplete(event, s3, { bucket: RAW_BUCKET, prefix: RAW_PREFIX });
  logger.info('Day looked at', { ...result });
  return result;
};

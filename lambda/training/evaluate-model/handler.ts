import { S3Client } from '@aws-sdk/client-s3';
import type { Context } from 'aws-lambda';
import dataset from 'dataset-description';
import { logger } from '../../shared/logger';
import { evaluateModel } from './evaluate-model';

const s3 = new S3Client();

export const handler = async (event: unknown, context: Context) => {
  logger.addContext(context);
  const output = await evaluateModel(event, s3, dataset.businessGoal);
  logger.info('Candidate judged', { ...output });
  return output;
};

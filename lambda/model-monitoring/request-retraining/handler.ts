import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { Context } from 'aws-lambda';
import { readEnvironment } from '../../shared/environment';
import { logger } from '../../shared/logger';
import { ENVIRONMENT } from './environment';
import { requestRetraining } from './request-retraining';

const environment = readEnvironment(ENVIRONMENT);
const clients = { s3: new S3Client(), stepFunctions: new SFNClient() };

export const handler = async (event: unknown, context: Context) => {
  logger.addContext(context);
  const answer = await requestRetraining(event, clients, environment);
  logger.info('Retraining asked for', { ...answer });
  return answer;
};

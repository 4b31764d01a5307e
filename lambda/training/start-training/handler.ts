import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { Context } from 'aws-lambda';
import { readEnvironment } from '../../shared/environment';
import { logger } from '../../shared/logger';
import { ENVIRONMENT } from './environment';
import { startTraining } from './start-training';

const environment = readEnvironment(ENVIRONMENT);
const clients = {
  s3: new S3Client(),
  dynamoDb: new DynamoDBClient(),
  sageMaker: new SageMakerClient(),
  cloudWatch: new CloudWatchClient(),
};

export const handler = async (event: unknown, context: Context) => {
  logger.addContext(context);
  const answer = await startTraining(event, clients, environment);
  logger.info('Training asked for', { ...answer });
  return answer;
};

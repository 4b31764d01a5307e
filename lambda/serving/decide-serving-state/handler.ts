import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { Context } from 'aws-lambda';
import { readEnvironment } from '../../shared/environment';
import { logger } from '../../shared/logger';
import { decideServingState } from './decide-serving-state';
import { ENVIRONMENT } from './environment';

const environment = readEnvironment(ENVIRONMENT);
const clients = {
  cloudFormation: new CloudFormationClient(),
  cloudWatch: new CloudWatchClient(),
  dynamoDb: new DynamoDBClient(),
  s3: new S3Client(),
  sageMaker: new SageMakerClient(),
};

export const handler = async (event: unknown, context: Context) => {
  logger.addContext(context);
  const answer = await decideServingState(event, clients, environment);
  logger.info('Serving state decided', { ...answer });
  return answer;
};

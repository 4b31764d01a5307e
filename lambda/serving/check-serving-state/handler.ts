import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import type { Context } from 'aws-lambda';
import { readEnvironment } from '../../shared/environment';
import { logger } from '../../shared/logger';
import { checkServingState } from './check-serving-state';
import { ENVIRONMENT } from './environment';

const environment = readEnvironment(ENVIRONMENT);
const clients = {
  cloudFormation: new CloudFormationClient(),
  s3: new S3Client(),
  sageMaker: new SageMakerClient(),
  sageMakerRuntime: new SageMakerRuntimeClient(),
};

export const handler = async (event: unknown, context: Context) => {
  logger.addContext(context);
  const answer = await checkServingState(event, clients, environment);
  logger.info('Serving state checked', { ...answer });
  return answer;
};

import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { Context } from 'aws-lambda';
import { readEnvironment } from '../../shared/environment';
import { logger } from '../../shared/logger';
import { cleanUpServing } from './clean-up-serving';
import { ENVIRONMENT } from './environment';

const environment = readEnvironment(ENVIRONMENT);
const clients = { cloudFormation: new CloudFormationClient(), sageMaker: new SageMakerClient() };

export const handler = async (_event: unknown, context: Context) => {
  logger.addContext(context);
  const deleted = await cleanUpServing(clients, environment);
  logger.info('Cleaned up after serving', { deleted });
  return { deleted };
};

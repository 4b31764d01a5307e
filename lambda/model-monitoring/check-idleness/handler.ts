import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { Context } from 'aws-lambda';
import { readEnvironment } from '../../shared/environment';
import { logger } from '../../shared/logger';
import { checkIdleness } from './check-idleness';
import { ENVIRONMENT } from './environment';

const environment = readEnvironment(ENVIRONMENT);
const clients = {
  cloudFormation: new CloudFormationClient(),
  cloudWatch: new CloudWatchClient(),
  stepFunctions: new SFNClient(),
};

export const handler = async (event: unknown, context: Context) => {
  logger.addContext(context);
  const answer = await checkIdleness(event, clients, environment);
  logger.info('Idleness checked', { ...answer });
  return answer;
};

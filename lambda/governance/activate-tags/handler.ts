import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CostExplorerClient } from '@aws-sdk/client-cost-explorer';
import type { Context } from 'aws-lambda';
import { readEnvironment } from '../../shared/environment';
import { logger } from '../../shared/logger';
import { activateTags } from './activate-tags';
import { ENVIRONMENT } from './environment';

const environment = readEnvironment(ENVIRONMENT);
// Without a region: the SDK itself sends to the one place where a partition keeps its costs.
const clients = { cloudWatch: new CloudWatchClient(), costExplorer: new CostExplorerClient() };

export const handler = async (_event: unknown, context: Context) => {
  logger.addContext(context);
  const activation = await activateTags(clients, environment);
  logger.info('Cost tags looked at', { ...activation });
  return activation;
};

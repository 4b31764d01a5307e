import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CostExplorerClient } from '@aws-sdk/client-cost-explorer';
import { S3Client } from '@aws-sdk/client-s3';
import type { Context } from 'aws-lambda';
import dataset from 'dataset-description';
import { formatMoney } from '../../../lib/metrics';
import { readEnvironment } from '../../shared/environment';
import { logger } from '../../shared/logger';
import { ENVIRONMENT } from './environment';
import { weeklyReviews } from './weekly-reviews';

const environment = readEnvironment(ENVIRONMENT);
const clients = {
  // The SDK finds the one region that answers for all.
  costExplorer: new CostExplorerClient(),
  s3: new S3Client(),
  cloudWatch: new CloudWatchClient(),
};

export const handler = async (event: unknown, context: Context) => {
  logger.addContext(context);
  for (const { period, total, costExplorer, advice } of await weeklyReviews(event, clients, environment, dataset))
    logger.info('Costs reviewed', {
      period,
      total: formatMoney({ money: total }),
      requests: costExplorer.requests,
      advice,
    });
};

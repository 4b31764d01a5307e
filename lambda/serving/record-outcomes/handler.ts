import { setTimeout as sleep } from 'node:timers/promises';
import { FirehoseClient } from '@aws-sdk/client-firehose';
import type { Context } from 'aws-lambda';
import dataset from 'dataset-description';
import type { ApiRequest } from '../../shared/api-message';
import { beforeTimeout } from '../../shared/before-timeout';
import { readEnvironment } from '../../shared/environment';
import { logger } from '../../shared/logger';
import { ENVIRONMENT } from './environment';
import { recordOutcomes } from './record-outcomes';

const { OUTCOME_STREAM } = readEnvironment(ENVIRONMENT);
const writer = { firehose: new FirehoseClient(), stream: OUTCOME_STREAM, sleep, random: Math.random };

export const handler = async (request: ApiRequest, context: Context) => {
  logger.addContext(context);
  return recordOutcomes(request, dataset, { ...writer, deadline: beforeTimeout(context) });
};

import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { S3Client } from '@aws-sdk/client-s3';
import type { Context } from 'aws-lambda';
import dataset from 'dataset-description';
import { readEnvironment } from '../../shared/environment';
import { logger } from '../../shared/logger';
import { answerDeployment, isDeployment } from '../shared/answer-deployment';
import { ENVIRONMENT, QUALITY_MONITOR_ROWS } from './environment';
import { measureQuality } from './measure-quality';

const environment = readEnvironment(ENVIRONMENT);
const clients = { s3: new S3Client(), cloudWatch: new CloudWatchClient() };
const signals = { cloudWatch: clients.cloudWatch, namespace: environment.SIGNAL_NAMESPACE };

export const handler = async (event: unknown, context: Context) => {
  logger.addContext(context);
  if (isDeployment(event)) return answerDeployment(event, context, signals, QUALITY_MONITOR_ROWS);
  const report = await measureQuality(event, clients, environment, dataset);
  logger.info('Quality measured', { time: report?.time, verdict: report?.verdict, sentence: report?.sentence });
  return report;
};

import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { Context } from 'aws-lambda';
import { readEnvironment } from '../../shared/environment';
import { logger } from '../../shared/logger';
import { answerDeployment, isDeployment } from '../shared/answer-deployment';
import { DRIFT_MONITOR_ROWS, ENVIRONMENT } from './environment';
import { measureDrift } from './measure-drift';

const environment = readEnvironment(ENVIRONMENT);
const clients = { s3: new S3Client(), sageMaker: new SageMakerClient(), cloudWatch: new CloudWatchClient() };
const signals = { cloudWatch: clients.cloudWatch, namespace: environment.SIGNAL_NAMESPACE };

export const handler = async (event: unknown, context: Context) => {
  logger.addContext(context);
  if (isDeployment(event)) return answerDeployment(event, context, signals, DRIFT_MONITOR_ROWS);
  const report = await measureDrift(event, clients, environment);
  logger.info('Drift measured', { time: report?.time, verdict: report?.verdict, sentence: report?.sentence });
  return report;
};

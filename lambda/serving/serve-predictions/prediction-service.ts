import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { FirehoseClient } from '@aws-sdk/client-firehose';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SageMakerFeatureStoreRuntimeClient } from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import type { Dataset } from '../../../lib/config/dataset';
import type { Waiting } from '../../shared/until-none-left';
import type { Environment } from './environment';
import { ModelInService } from './model-in-service';
import { Thresholds } from './thresholds';

/** What outlives a request: settings, clients and what is remembered. */
export interface PredictionService extends Waiting {
  readonly dataset: Dataset;
  readonly featureGroupName: string;
  readonly endpoints: { readonly realTime: string; readonly serverless: string };
  readonly stream: string;
  readonly featureStore: SageMakerFeatureStoreRuntimeClient;
  readonly runtime: SageMakerRuntimeClient;
  readonly firehose: FirehoseClient;
  readonly modelInService: ModelInService;
  readonly thresholds: Thresholds;
  readonly uuid: () => string;
}

/** The service between the AWS services that the environment names. */
export function predictionService(environment: Environment, dataset: Dataset): PredictionService {
  return {
    dataset,
    featureGroupName: environment.FEATURE_GROUP_NAME,
    endpoints: { realTime: environment.REAL_TIME_ENDPOINT, serverless: environment.SERVERLESS_ENDPOINT },
    stream: environment.PREDICTION_STREAM,
    featureStore: new SageMakerFeatureStoreRuntimeClient(),
    runtime: new SageMakerRuntimeClient(),
    firehose: new FirehoseClient(),
    modelInService: new ModelInService(new CloudFormationClient(), environment.SERVING_STACK),
    thresholds: new Thresholds(new SageMakerClient()),
    uuid: randomUUID,
    sleep,
    random: Math.random,
  };
}

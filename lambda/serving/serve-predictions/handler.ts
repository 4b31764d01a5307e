import type { Context } from 'aws-lambda';
import dataset from 'dataset-description';
import type { ApiRequest } from '../../shared/api-message';
import { beforeTimeout } from '../../shared/before-timeout';
import { readEnvironment } from '../../shared/environment';
import { logger } from '../../shared/logger';
import { ENVIRONMENT } from './environment';
import { predictionService } from './prediction-service';
import { servePredictions } from './serve-predictions';

const service = predictionService(readEnvironment(ENVIRONMENT), dataset);

export const handler = async (request: ApiRequest, context: Context) => {
  logger.addContext(context);
  return servePredictions(request, service, beforeTimeout(context));
};

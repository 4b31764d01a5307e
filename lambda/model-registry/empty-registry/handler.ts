import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { Context } from 'aws-lambda';
import { answerCloudFormation } from '../../shared/answer-cloud-formation';
import { readEnvironment } from '../../shared/environment';
import { logger } from '../../shared/logger';
import { emptyRegistry } from './empty-registry';
import { ENVIRONMENT } from './environment';

const { MODEL_PACKAGE_GROUP_NAME } = readEnvironment(ENVIRONMENT);
// SageMaker allows few deletions a second, and a registry may hold hundreds of versions.
const sageMaker = new SageMakerClient({ maxAttempts: 10 });

export const handler = async (event: unknown, context: Context) => {
  logger.addContext(context);
  const remainingMilliseconds = context.getRemainingTimeInMillis();
  await answerCloudFormation(
    event,
    MODEL_PACKAGE_GROUP_NAME,
    async ({ RequestType }) => {
      if (RequestType !== 'Delete') return;
      logger.info('Versions deleted', { count: await emptyRegistry(sageMaker, MODEL_PACKAGE_GROUP_NAME) });
    },
    { remainingMilliseconds },
  );
};

import { SageMakerServiceException } from '@aws-sdk/client-sagemaker';

/** Whether SageMaker said that what was asked about does not exist, which it does under more than one name. */
export function isGone(error: unknown): boolean {
  if (!(error instanceof SageMakerServiceException)) return false;
  return error.name === 'ResourceNotFound' || (error.name === 'ValidationException' && /not exist/.test(error.message));
}

import { DeleteModelCommand, type SageMakerClient } from '@aws-sdk/client-sagemaker';
import { orWhenGone } from './or-when-gone';

/** Deletes models by name. */
export async function deleteModels(client: SageMakerClient, names: readonly string[]): Promise<void> {
  for (const ModelName of names) await orWhenGone(client.send(new DeleteModelCommand({ ModelName })), undefined);
}

import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DeleteEndpointConfigCommand, DeleteModelCommand, type SageMakerClient } from '@aws-sdk/client-sagemaker';
import { isGone } from '../state/is-gone';
import { isSettled, readServingStack } from '../state/serving-stack';
import type { Environment } from './environment';
import { findUnused, type Retained } from './find-unused';
import { readHistory } from './read-history';

export interface Clients {
  readonly cloudFormation: CloudFormationClient;
  readonly sageMaker: SageMakerClient;
}

/**
 * Deletes the models and endpoint configurations that replacements left, as far as neither the stack nor an endpoint uses
 * them; what is gone already is no error. While an update is at work it deletes nothing, since that one may need them
 * to go back: its own clean-up finds them.
 */
export async function cleanUpServing({ cloudFormation, sageMaker }: Clients, env: Environment): Promise<string[]> {
  const stack = await readServingStack(cloudFormation, env.SERVING_STACK);
  if (!isSettled(stack)) return [];
  const endpoints = [env.REAL_TIME_ENDPOINT, env.SERVERLESS_ENDPOINT];
  const unused = findUnused(await readHistory(env.SERVING_STACK, endpoints, { cloudFormation, sageMaker }));
  const deleted: string[] = [];
  for (const retained of unused) if (await deleteRetained(retained, sageMaker)) deleted.push(retained.name);
  return deleted;
}

async function deleteRetained({ kind, name }: Retained, sageMaker: SageMakerClient): Promise<boolean> {
  try {
    if (kind === 'config') await sageMaker.send(new DeleteEndpointConfigCommand({ EndpointConfigName: name }));
    else await sageMaker.send(new DeleteModelCommand({ ModelName: name }));
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

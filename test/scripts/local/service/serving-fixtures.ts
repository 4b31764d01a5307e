import { givenArchive } from './job-fixtures';
import { ROLE, type RunningService } from './running-service';

/** A model that says which one it is, and fails as it is asked to. */
const INFERENCE = `
import os, time
from sagemaker_containers.beta.framework import worker

def model_fn(model_dir):
    return open(model_dir + '/name').read()

def transform_fn(model, body, content_type, accept):
    if body == 'refuse':
        return worker.Response('not this', status=400, mimetype='text/plain')
    if body == 'raise':
        raise ValueError('no')
    if body == 'slow':
        time.sleep(0.5)
    if body == 'environment':
        return ','.join(sorted(os.environ)), 'text/plain'
    if content_type == 'application/octet-stream':
        return worker.Response(bytes(reversed(body)), mimetype=content_type)
    headers = {'X-Amzn-SageMaker-Custom-Attributes': os.environ.get('MODEL_VERSION', 'none')}
    return worker.Response(f'{model}:{body}', mimetype=accept, headers=headers)
`;

/** In script mode, as the real-time endpoint has it. */
export const ENVIRONMENT = {
  SAGEMAKER_PROGRAM: 'inference.py',
  SAGEMAKER_SUBMIT_DIRECTORY: '/opt/ml/model/code',
  MODEL_VERSION: 'version 1',
};

export const modelProperties = (artifact: string, more: object = {}) => ({
  ExecutionRoleArn: ROLE,
  EnableNetworkIsolation: true,
  PrimaryContainer: { Image: 'image', ModelDataUrl: artifact, Environment: ENVIRONMENT },
  ...more,
});

/** A model whose answers start with `name`; returns the name that it got. */
export async function givenModel(service: RunningService, name = 'blue', inference = INFERENCE): Promise<string> {
  await givenArchive(service.cloud.store, `models/${name}.tar.gz`, { name, 'code/inference.py': inference });
  const props = modelProperties(`s3://models/${name}.tar.gz`);
  return (await service.provide('Model', props)).attributes.ModelName;
}

export const configProperties = (ModelName: string, more: object = {}) => ({
  ProductionVariants: [
    { VariantName: 'main', ModelName, InstanceType: 'ml.m5.large', InitialInstanceCount: 1, InitialVariantWeight: 1 },
  ],
  ...more,
});

export const serverless = (ModelName: string, more: object = {}, concurrency = 2) => ({
  ProductionVariants: [
    {
      VariantName: 'main',
      ModelName,
      ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: concurrency },
      ...more,
    },
  ],
});

export async function givenConfig(service: RunningService, model: string, more: object = {}) {
  const { attributes } = await service.provide('EndpointConfig', configProperties(model, more));
  return attributes as { readonly EndpointConfigName: string; readonly EndpointConfigArn: string };
}

export const endpointProperties = (EndpointConfigName: string, more: object = {}) => ({
  EndpointName: 'scores',
  EndpointConfigName,
  ...more,
});

/** An endpoint `scores` in service with that model; returns the properties that it was made of. */
export async function givenEndpoint(service: RunningService, model: string, more: object = {}) {
  const { EndpointConfigName } = await givenConfig(service, model, more);
  const props = endpointProperties(EndpointConfigName);
  await service.provide('Endpoint', props);
  return props;
}

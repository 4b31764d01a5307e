import { CreateModelPackageGroupInput$, CreatePipelineRequest$ } from '@aws-sdk/client-sagemaker';
import { type FeatureGroupProperties, featureGroupProblems } from './feature-store/feature-group';
import type { PipelineSettings } from './pipelines/pipelines';
import { requestProblems } from './request-problems';
import type { Properties, ResourceType } from './resource-type';
import { validationException } from './service-error';

/** What trains: feature groups, pipelines, and the groups of the model registry. */
export const TRAINING_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::SageMaker::FeatureGroup': {
    nameProperty: 'FeatureGroupName',
    problems: featureGroupProblems,
    fixed: ({ FeatureDefinitions: _, ThroughputConfig: _throughput, ...rest }) => {
      const online = rest.OnlineStoreConfig as FeatureGroupProperties['OnlineStoreConfig'];
      return { ...rest, OnlineStoreConfig: { ...online, TtlDuration: undefined } };
    },
    has: ({ features }, id) => features.has(id),
    create: ({ features }, properties, caller) => features.create(properties as never, caller),
    update: ({ features }, properties) => features.update(properties as never),
    delete: ({ features }, id) => features.delete(id),
    provided: ({ features }, id) => {
      const CreationTime = features.group(id).createdAt.toISOString();
      return { physicalId: id, attributes: { FeatureGroupStatus: 'Created', CreationTime } };
    },
  },
  'AWS::SageMaker::ModelPackageGroup': {
    nameProperty: 'ModelPackageGroupName',
    problems: ({ ModelPackageGroupPolicy: _, ...rest }) => requestProblems(CreateModelPackageGroupInput$, rest),
    fixed: ({ ModelPackageGroupName, ModelPackageGroupDescription }) => [
      ModelPackageGroupName,
      ModelPackageGroupDescription,
    ],
    has: ({ registry }, id) => registry.hasGroup(id),
    create: ({ registry }, { ModelPackageGroupName }, caller) => {
      registry.createGroup(String(ModelPackageGroupName), caller);
    },
    update: () => {},
    delete: ({ registry }, id) => registry.deleteGroup(id),
    provided: ({ registry }, id) => {
      const { arn, createdAt } = registry.group(id);
      const attributes = {
        ModelPackageGroupArn: arn,
        CreationTime: createdAt.toISOString(),
        ModelPackageGroupStatus: 'Completed',
      };
      return { physicalId: arn, attributes };
    },
  },
  'AWS::SageMaker::Pipeline': {
    nameProperty: 'PipelineName',
    problems: (properties) => {
      const request = { ...properties, PipelineDefinition: pipelineSettings(properties).body };
      return requestProblems(CreatePipelineRequest$, request, { omitted: ['ClientRequestToken'] });
    },
    fixed: ({ PipelineName }) => PipelineName,
    has: ({ pipelines }, id) => pipelines.has(id),
    create: ({ pipelines }, properties, caller) => {
      pipelines.create(String(properties.PipelineName), pipelineSettings(properties), caller);
    },
    update: ({ pipelines }, properties, id) => pipelines.update(id, pipelineSettings(properties)),
    delete: ({ pipelines }, id) => pipelines.delete(id),
    provided: (_tools, id) => ({ physicalId: id, attributes: {} }),
  },
};

function pipelineSettings(properties: Properties): PipelineSettings & { readonly body: string } {
  const { PipelineDefinitionBody } = (properties.PipelineDefinition ?? {}) as Properties;
  const { MaxParallelExecutionSteps } = (properties.ParallelismConfiguration ?? {}) as Properties;
  if (typeof PipelineDefinitionBody !== 'string') throw validationException('PipelineDefinitionBody is missing');
  return {
    body: PipelineDefinitionBody,
    roleArn: String(properties.RoleArn),
    displayName: properties.PipelineDisplayName as string | undefined,
    description: properties.PipelineDescription as string | undefined,
    parallelism: MaxParallelExecutionSteps === undefined ? undefined : Number(MaxParallelExecutionSteps),
  };
}

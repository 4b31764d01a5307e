import { CreateModelPackageGroupInput$, CreatePipelineRequest$ } from '@aws-sdk/client-sagemaker';
import { z } from 'zod';
import { type Caller, nameOf } from './caller';
import { type FeatureGroupProperties, featureGroupProblems } from './feature-store/feature-group';
import type { FeatureStore } from './feature-store/feature-store';
import type { ModelRegistry } from './model-registry';
import type { PipelineSettings, Pipelines } from './pipelines/pipelines';
import { requestProblems } from './request-problems';
import { ServiceError, validationException } from './service-error';

const resourceRequest = z.object({
  action: z.enum(['create', 'update', 'delete']),
  type: z.string(),
  physicalId: z.string().default(''),
  props: z.record(z.string(), z.unknown()).default({}),
  oldProps: z.record(z.string(), z.unknown()).default({}),
  region: z.string(),
  account: z.string(),
});

interface ProvidedResource {
  /** A new one on update tells CloudFormation that the resource was replaced, and the old one is deleted. */
  readonly physicalId: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface ResourceTools {
  readonly registry: ModelRegistry;
  readonly pipelines: Pipelines;
  readonly features: FeatureStore;
}

type Properties = Readonly<Record<string, unknown>>;

interface ResourceType {
  readonly nameProperty: string;
  readonly problems: (properties: Properties) => readonly string[];
  /** The part of the properties that cannot change without another resource. */
  readonly fixed: (properties: Properties) => unknown;
  readonly has: (tools: ResourceTools, id: string) => boolean;
  readonly create: (tools: ResourceTools, properties: Properties, caller: Caller) => Promise<void> | void;
  readonly update: (tools: ResourceTools, properties: Properties, id: string) => void;
  readonly delete: (tools: ResourceTools, id: string) => Promise<void> | void;
  /** Ref and GetAtt of what has that name or id. */
  readonly provided: (tools: ResourceTools, id: string) => ProvidedResource;
}

const TYPES: Readonly<Record<string, ResourceType>> = {
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

/**
 * Creates, updates or deletes one resource of a stack, as the emulator's CloudFormation asks. Properties are checked as
 * the type has them; a change of one that cannot change makes another resource, which needs another name. Deleting what
 * is gone succeeds.
 */
export async function provideResource(body: unknown, tools: ResourceTools): Promise<ProvidedResource> {
  const { action, type, physicalId, props, oldProps, ...caller } = resourceRequest.parse(body);
  const provider = TYPES[type];
  if (!provider) throw new ServiceError('TypeNotFoundException', `Resource type ${type} is not provided locally`);
  if (action === 'delete') {
    if (provider.has(tools, physicalId)) await provider.delete(tools, physicalId);
    return { physicalId, attributes: {} };
  }
  const problems = provider.problems(props);
  if (problems.length > 0) throw validationException(`Properties validation failed: ${problems.join('; ')}`);
  const name = String(props[provider.nameProperty]);
  const same = JSON.stringify(provider.fixed(oldProps)) === JSON.stringify(provider.fixed(props));
  if (action === 'create' || (!same && name !== nameOf(physicalId))) {
    if (!NAME.test(name)) throw validationException(`${provider.nameProperty} "${name}" must satisfy ${NAME}`);
    await provider.create(tools, props, caller);
  } else if (same) {
    provider.update(tools, props, physicalId);
  } else {
    const hint = `Rename ${name} and update the stack again.`;
    throw validationException(
      `CloudFormation cannot update a stack when a custom-named resource requires replacing. ${hint}`,
    );
  }
  return provider.provided(tools, name);
}

/** Of all names here; feature groups may have underscores, pipelines may be longer, and ours need neither. */
const NAME = /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/;

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

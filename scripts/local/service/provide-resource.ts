import { z } from 'zod';
import { nameOf } from './caller';
import type { Cloud } from './cloud';
import { featureGroupProperties, roleArn, tags } from './feature-store/feature-group';
import type { FeatureStore } from './feature-store/feature-store';
import type { ModelRegistry } from './model-registry';
import type { PipelineSettings, Pipelines } from './pipelines/pipelines';
import { ServiceError, validationException } from './service-error';

/** What the emulator's CloudFormation asks of us for one resource. */
const resourceRequest = z.object({
  action: z.enum(['create', 'update', 'delete']),
  type: z.string(),
  physicalId: z.string().optional(),
  props: z.record(z.string(), z.unknown()).default({}),
  oldProps: z.record(z.string(), z.unknown()).optional(),
  region: z.string(),
  account: z.string(),
});

type ResourceRequest = z.infer<typeof resourceRequest>;

interface ProvidedResource {
  /** A new one on update tells CloudFormation that the resource was replaced, and the old one is deleted. */
  readonly physicalId?: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface ResourceTools {
  readonly cloud: Cloud;
  readonly registry: ModelRegistry;
  readonly pipelines: Pipelines;
  readonly features: FeatureStore;
}

interface ResourceType<P> {
  readonly properties: z.ZodType<P>;
  readonly name: (properties: P) => string;
  /** The part of the properties that cannot change without another resource. */
  readonly fixed: (properties: P) => unknown;
  readonly has: (tools: ResourceTools, physicalId: string) => boolean;
  readonly create: (
    tools: ResourceTools,
    properties: P,
    request: ResourceRequest,
  ) => Promise<ProvidedResource> | ProvidedResource;
  readonly update: (
    tools: ResourceTools,
    properties: P,
    physicalId: string,
  ) => Promise<ProvidedResource> | ProvidedResource;
  readonly delete: (tools: ResourceTools, physicalId: string) => Promise<void> | void;
}

const ENTITY_NAME = /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/;

const PIPELINE_NAME = /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,255}$/;

const featureGroupType: ResourceType<z.infer<typeof featureGroupProperties>> = {
  properties: featureGroupProperties,
  name: ({ FeatureGroupName }) => FeatureGroupName,
  fixed: ({ FeatureDefinitions: _, ThroughputConfig: _throughput, OnlineStoreConfig, ...rest }) => {
    const { TtlDuration: _ttl, ...online } = OnlineStoreConfig ?? {};
    return { ...rest, online };
  },
  has: ({ features }, name) => features.has(name),
  create: async ({ features }, properties, request) => {
    await features.create(properties, request);
    return featureGroup(features, properties.FeatureGroupName);
  },
  update: ({ features }, properties, physicalId) => {
    features.update(properties);
    return featureGroup(features, physicalId);
  },
  delete: ({ features }, name) => features.delete(name),
};

const featureGroup = (features: FeatureStore, name: string): ProvidedResource => ({
  physicalId: name,
  attributes: { FeatureGroupStatus: 'Created', CreationTime: features.createdAt(name).toISOString() },
});

const groupProperties = z.strictObject({
  ModelPackageGroupName: z.string().regex(ENTITY_NAME),
  ModelPackageGroupDescription: z.string().max(1024).optional(),
  ModelPackageGroupPolicy: z.unknown().optional(),
  Tags: tags,
});

const modelPackageGroupType: ResourceType<z.infer<typeof groupProperties>> = {
  properties: groupProperties,
  name: ({ ModelPackageGroupName }) => ModelPackageGroupName,
  fixed: ({ ModelPackageGroupName, ModelPackageGroupDescription }) => [
    ModelPackageGroupName,
    ModelPackageGroupDescription,
  ],
  has: ({ registry }, arn) => registry.hasGroup(arn),
  create: ({ registry }, { ModelPackageGroupName }, request) =>
    modelPackageGroup(registry.createGroup(ModelPackageGroupName, request)),
  update: ({ registry }, _properties, arn) => modelPackageGroup({ arn, createdAt: registry.groupCreatedAt(arn) }),
  delete: ({ registry }, arn) => registry.deleteGroup(arn),
};

const modelPackageGroup = ({
  arn,
  createdAt,
}: {
  readonly arn: string;
  readonly createdAt: Date;
}): ProvidedResource => ({
  physicalId: arn,
  attributes: {
    ModelPackageGroupArn: arn,
    CreationTime: createdAt.toISOString(),
    ModelPackageGroupStatus: 'Completed',
  },
});

const pipelineProperties = z.strictObject({
  PipelineName: z.string().regex(PIPELINE_NAME),
  PipelineDefinition: z.union([
    z.strictObject({ PipelineDefinitionBody: z.string().max(1_048_576) }),
    z.strictObject({
      PipelineDefinitionS3Location: z.strictObject({
        Bucket: z.string(),
        Key: z.string(),
        Version: z.string().optional(),
        ETag: z.string().optional(),
      }),
    }),
  ]),
  RoleArn: roleArn,
  PipelineDisplayName: z.string().max(256).optional(),
  PipelineDescription: z.string().max(3072).optional(),
  ParallelismConfiguration: z.strictObject({ MaxParallelExecutionSteps: z.coerce.number().int().min(1) }).optional(),
  Tags: tags,
});

const pipelineType: ResourceType<z.infer<typeof pipelineProperties>> = {
  properties: pipelineProperties,
  name: ({ PipelineName }) => PipelineName,
  fixed: ({ PipelineName }) => PipelineName,
  has: ({ pipelines }, name) => pipelines.has(name),
  create: async ({ cloud, pipelines }, properties, request) => {
    pipelines.create(properties.PipelineName, await pipelineSettings(cloud, properties), request);
    return { physicalId: properties.PipelineName, attributes: {} };
  },
  update: async ({ cloud, pipelines }, properties, physicalId) => {
    pipelines.update(physicalId, await pipelineSettings(cloud, properties));
    return { physicalId, attributes: {} };
  },
  delete: ({ pipelines }, name) => pipelines.delete(name),
};

async function pipelineSettings(
  cloud: Cloud,
  properties: z.infer<typeof pipelineProperties>,
): Promise<PipelineSettings> {
  const { PipelineDefinition, RoleArn, PipelineDisplayName, PipelineDescription, ParallelismConfiguration } =
    properties;
  return {
    body:
      'PipelineDefinitionBody' in PipelineDefinition
        ? PipelineDefinition.PipelineDefinitionBody
        : await definitionIn(cloud, PipelineDefinition.PipelineDefinitionS3Location, RoleArn),
    roleArn: RoleArn,
    displayName: PipelineDisplayName,
    description: PipelineDescription,
    parallelism: ParallelismConfiguration?.MaxParallelExecutionSteps,
  };
}

async function definitionIn(
  cloud: Cloud,
  { Bucket, Key }: { readonly Bucket: string; readonly Key: string },
  role: string,
): Promise<string> {
  const body = await (await cloud.actAs(role)).objects.read(Bucket, Key);
  if (!body) throw validationException(`Unable to read the pipeline definition at s3://${Bucket}/${Key}.`);
  return String(body);
}

const TYPES: Readonly<Record<string, ResourceType<never>>> = {
  'AWS::SageMaker::FeatureGroup': featureGroupType as ResourceType<never>,
  'AWS::SageMaker::ModelPackageGroup': modelPackageGroupType as ResourceType<never>,
  'AWS::SageMaker::Pipeline': pipelineType as ResourceType<never>,
};

/**
 * Creates, updates or deletes one resource of a stack. Properties are checked as the type's schema has them; a change of
 * one that cannot change makes another resource, which needs another name. Deleting what is gone succeeds.
 */
export async function provideResource(body: unknown, tools: ResourceTools): Promise<ProvidedResource> {
  const request = resourceRequest.parse(body);
  const type = TYPES[request.type];
  if (!type) throw new ServiceError('TypeNotFoundException', `Resource type ${request.type} is not provided locally`);
  const { physicalId } = request;
  if (request.action === 'delete') {
    if (physicalId !== undefined && type.has(tools, physicalId)) await type.delete(tools, physicalId);
    return { physicalId, attributes: {} };
  }
  const properties = parse(type, request.props);
  if (request.action === 'create' || physicalId === undefined) return type.create(tools, properties, request);
  const before = parse(type, request.oldProps ?? {});
  if (JSON.stringify(type.fixed(before)) === JSON.stringify(type.fixed(properties)))
    return type.update(tools, properties, physicalId);
  if (type.name(properties) === nameOf(physicalId)) {
    throw validationException(
      `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${nameOf(physicalId)} and update the stack again.`,
    );
  }
  return type.create(tools, properties, request);
}

function parse<P>(type: ResourceType<P>, properties: unknown): P {
  const parsed = type.properties.safeParse(properties);
  if (parsed.success) return parsed.data;
  throw validationException(`Properties validation failed: ${z.prettifyError(parsed.error).replace(/\s+/g, ' ')}`);
}

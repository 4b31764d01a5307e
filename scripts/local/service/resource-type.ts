import type { Caller } from './caller';
import type { Cloud } from './cloud';
import type { FeatureStore } from './feature-store/feature-store';
import type { ModelRegistry } from './model-registry';
import type { Models } from './models';
import type { ModelMonitor } from './monitoring/model-monitor';
import type { Pipelines } from './pipelines/pipelines';
import type { EndpointConfigs } from './serving/endpoint-configs';
import type { Endpoints } from './serving/endpoints';

export interface ProvidedResource {
  /** A new one on update tells CloudFormation that the resource was replaced, and the old one is deleted. */
  readonly physicalId: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The parts of the service that hold resources. */
export interface ResourceTools {
  readonly cloud: Cloud;
  readonly registry: ModelRegistry;
  readonly pipelines: Pipelines;
  readonly features: FeatureStore;
  readonly models: Models;
  readonly configs: EndpointConfigs;
  readonly endpoints: Endpoints;
  readonly monitor: ModelMonitor;
}

export type Properties = Readonly<Record<string, unknown>>;

/** What one type of CloudFormation does with its resources. */
export interface ResourceType {
  readonly nameProperty: string;
  /** Whether a resource without a name gets one. @default false */
  readonly generatesName?: boolean;
  readonly problems: (properties: Properties) => readonly string[];
  /** The part of the properties that cannot change without another resource. */
  readonly fixed: (properties: Properties) => unknown;
  readonly has: (tools: ResourceTools, id: string) => boolean;
  readonly create: (tools: ResourceTools, properties: Properties, caller: Caller) => Promise<void> | void;
  readonly update: (tools: ResourceTools, properties: Properties, id: string) => Promise<void> | void;
  readonly delete: (tools: ResourceTools, id: string) => Promise<void> | void;
  /** Ref and GetAtt of what has that name or id. */
  readonly provided: (tools: ResourceTools, id: string) => ProvidedResource;
}

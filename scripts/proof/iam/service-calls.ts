import type { Assembly } from '../assembly';
import { resourcesOf } from '../resources-of';
import type { RecordedCall } from './recorded-call';
import type { NameOf } from './resource-names';
import { ofApiAccount, ofApiMethod, ofFunction, ofInvocations, ofSource } from './service-calls/functions';
import { ofGlueJob } from './service-calls/glue-jobs';
import { ofEndpoint, ofEndpointConfig, ofFeatureGroup, ofModel } from './service-calls/models';
import { ofMonitor } from './service-calls/monitors';
import { ofPipelines } from './service-calls/pipelines';
import { ofRule, ofSchedule } from './service-calls/rules';
import { ofMachines } from './service-calls/state-machines';
import { ofStream } from './service-calls/streams';
import { type Caller, World } from './service-calls/world';

/** Who acts with a role that a resource of a type was given. */
const CALLERS: Readonly<Record<string, Caller>> = {
  'AWS::ApiGateway::Account': ofApiAccount,
  'AWS::ApiGateway::Method': ofApiMethod,
  'AWS::Events::Rule': ofRule,
  'AWS::Glue::Job': ofGlueJob,
  'AWS::KinesisFirehose::DeliveryStream': ofStream,
  'AWS::Lambda::EventInvokeConfig': ofInvocations,
  'AWS::Lambda::EventSourceMapping': ofSource,
  'AWS::Lambda::Function': ofFunction,
  'AWS::SageMaker::DataQualityJobDefinition': ofMonitor,
  'AWS::SageMaker::Endpoint': ofEndpoint,
  'AWS::SageMaker::EndpointConfig': ofEndpointConfig,
  'AWS::SageMaker::FeatureGroup': ofFeatureGroup,
  'AWS::SageMaker::Model': ofModel,
  'AWS::SageMaker::ModelBiasJobDefinition': ofMonitor,
  'AWS::SageMaker::ModelExplainabilityJobDefinition': ofMonitor,
  'AWS::SageMaker::ModelQualityJobDefinition': ofMonitor,
  'AWS::Scheduler::Schedule': ofSchedule,
};

/**
 * What services ask IAM about with the roles that the templates hand them, each question once. What only a run knows within a
 * name stands as some name; where only a run knows the name itself, the resource is missing.
 */
export function serviceCalls(assembly: Assembly, nameOf?: NameOf): RecordedCall[] {
  const world = new World(assembly, nameOf);
  const asked = [
    ...resourcesOf(assembly, ...Object.keys(CALLERS)).flatMap(
      (resource) => CALLERS[resource.Type]?.(resource, world) ?? [],
    ),
    ...ofMachines(world),
    ...ofPipelines(world),
  ];
  const once = new Map(asked.filter(({ role }) => role !== '').map((each) => [JSON.stringify(each), each]));
  return [...once.values()].map((each) => ({ ...each, context: each.context ?? {}, from: 'service' }));
}

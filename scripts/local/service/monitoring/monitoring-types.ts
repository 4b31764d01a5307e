import {
  CreateDataQualityJobDefinitionRequest$,
  CreateModelBiasJobDefinitionRequest$,
  CreateModelExplainabilityJobDefinitionRequest$,
  CreateModelQualityJobDefinitionRequest$,
  CreateMonitoringScheduleRequest$,
} from '@aws-sdk/client-sagemaker';
import { type DocumentedShape, requestProblems } from '../request-problems';
import type { Properties, ResourceType } from '../resource-type';
import type { MonitoringKind } from './model-monitor';

const texts = true;

function definitionType(kind: MonitoringKind, shape: DocumentedShape): ResourceType {
  const endpointOf = (properties: Properties): string => {
    const input = properties[`${kind}JobInput`] as { EndpointInput?: { EndpointName?: string } } | undefined;
    return input?.EndpointInput?.EndpointName ?? '';
  };
  return {
    nameProperty: 'JobDefinitionName',
    generatesName: true,
    problems: (properties) => [
      ...requestProblems(shape, properties, { texts }),
      ...(endpointOf(properties) === '' ? ['only definitions with an EndpointInput are kept locally'] : []),
    ],
    fixed: (properties) => properties,
    has: ({ monitor }, id) => monitor.hasDefinition(kind, id),
    create: ({ monitor }, properties, caller) =>
      monitor.define(kind, String(properties.JobDefinitionName), endpointOf(properties), caller),
    update: () => {},
    delete: ({ monitor }, id) => monitor.deleteDefinition(kind, id),
    provided: ({ monitor }, id) => {
      const { arn, createdAt } = monitor.definition(kind, id);
      return { physicalId: arn, attributes: { JobDefinitionArn: arn, CreationTime: createdAt.toISOString() } };
    },
  };
}

/** Model Monitor's own types. */
export const MONITORING_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::SageMaker::DataQualityJobDefinition': definitionType('DataQuality', CreateDataQualityJobDefinitionRequest$),
  'AWS::SageMaker::ModelQualityJobDefinition': definitionType('ModelQuality', CreateModelQualityJobDefinitionRequest$),
  'AWS::SageMaker::ModelBiasJobDefinition': definitionType('ModelBias', CreateModelBiasJobDefinitionRequest$),
  'AWS::SageMaker::ModelExplainabilityJobDefinition': definitionType(
    'ModelExplainability',
    CreateModelExplainabilityJobDefinitionRequest$,
  ),
  'AWS::SageMaker::MonitoringSchedule': {
    nameProperty: 'MonitoringScheduleName',
    problems: (properties) => requestProblems(CreateMonitoringScheduleRequest$, properties, { texts }),
    fixed: ({ MonitoringScheduleName }) => MonitoringScheduleName,
    has: ({ monitor }, id) => monitor.hasSchedule(id),
    create: ({ monitor }, properties, caller) => monitor.createSchedule(properties as never, caller),
    update: ({ monitor }, properties) => monitor.updateSchedule(properties as never),
    delete: ({ monitor }, id) => monitor.deleteSchedule(id),
    provided: ({ monitor }, id) => {
      const { arn, createdAt, modifiedAt } = monitor.schedule(id);
      const times = { CreationTime: createdAt.toISOString(), LastModifiedTime: modifiedAt.toISOString() };
      return { physicalId: arn, attributes: { MonitoringScheduleArn: arn, ...times } };
    },
  },
};

import type { Assembly } from '../proof/assembly';
import { numeric, record } from '../proof/json';
import { resourcesOf } from '../proof/resources-of';
import type { Instances } from './pipeline-instances';

const DEFINITIONS = [
  'AWS::SageMaker::DataQualityJobDefinition',
  'AWS::SageMaker::ModelBiasJobDefinition',
  'AWS::SageMaker::ModelExplainabilityJobDefinition',
  'AWS::SageMaker::ModelQualityJobDefinition',
];

/** What the largest job of Model Monitor takes: its schedules stand hours apart. Nothing without schedules. */
export function monitorInstances(assembly: Assembly): Instances[] {
  const clusters = resourcesOf(assembly, ...DEFINITIONS).map(({ Properties }) =>
    record(record(Properties.JobResources).ClusterConfig),
  );
  const each = clusters.map(({ InstanceType, InstanceCount }) => ({
    use: 'processing job' as const,
    instanceType: String(InstanceType),
    count: numeric(InstanceCount) ?? 1,
  }));
  return each.sort((a, b) => b.count - a.count).slice(0, 1);
}

/** Model Monitor serves the model on an instance of its own while it explains. */
export function explainingInstances(assembly: Assembly): number {
  return resourcesOf(assembly, 'AWS::SageMaker::ModelExplainabilityJobDefinition').length > 0 ? 1 : 0;
}

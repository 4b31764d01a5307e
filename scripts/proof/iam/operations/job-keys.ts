import type { Context } from '../conditions';
import { record } from '../statement';
import { type Call, listOf, textOf } from './operation';

/**
 * What IAM is told of the machines and the time that a request of SageMaker asks for; a key is absent where the request says
 * nothing. Source: service authorization reference, "Condition keys for Amazon SageMaker".
 */
export function jobKeys(input: Call['input']): Context {
  const jobs = [input, record(input.TrainingJobDefinition), ...listOf(input.TrainingJobDefinitions)];
  const machines = jobs.flatMap((job) => [
    record(job.ResourceConfig),
    ...listOf(record(job.ResourceConfig).InstanceGroups),
    record(record(job.ProcessingResources).ClusterConfig),
    record(job.TransformResources),
    ...listOf(job.ProductionVariants),
  ]);
  const types = [...new Set(machines.map((machine) => textOf(machine, 'InstanceType')))].filter((type) => type !== '');
  const times = jobs
    .map((job) => Number(textOf(record(job.StoppingCondition), 'MaxRuntimeInSeconds')))
    .filter((seconds) => seconds > 0);
  return {
    ...(types.length > 0 ? { 'sagemaker:InstanceTypes': types } : {}),
    ...(times.length > 0 ? { 'sagemaker:MaxRuntimeInSeconds': Math.max(...times) } : {}),
  };
}

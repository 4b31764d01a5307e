import type { Check } from '../check';
import { listAt, valueAt } from '../json-at';
import { findInSteps, type PipelineStep } from '../pipeline-definition';
import { jobsOf } from '../pipeline-jobs';

/** Of each group exactly one member: what the API model calls optional, and the service asks for all the same (API reference). */
type Choices = readonly (readonly string[])[];

const MACHINES: Choices = [['InstanceType', 'InstanceGroups'], ['InstanceCount', 'InstanceGroups'], ['VolumeSizeInGB']];
const TRAINING: Choices = [['AlgorithmSpecification'], ['OutputDataConfig'], ['RoleArn'], ['StoppingCondition']];

export const pipelineCompleteness: Check = {
  id: 'pipeline-completeness',
  rule: 'A request of a pipeline has what the service asks for even where its model calls it optional, and only one of two that exclude each other.',
  find: (assembly) => findInSteps(assembly, stepProblems),
};

function stepProblems({ type, args, ...step }: PipelineStep): readonly string[] {
  const jobs = jobsOf({ type, args, ...step });
  if (type === 'Training')
    return jobs.flatMap((job) => [...chosen(job, [...TRAINING, ['ResourceConfig']]), ...trainingProblems(job)]);
  if (type === 'Tuning') {
    const resources = [['ResourceConfig', 'HyperParameterTuningResourceConfig']];
    return [
      ...chosen(args, [['TrainingJobDefinition', 'TrainingJobDefinitions']]),
      ...jobs.flatMap((job) => [...chosen(job, [...TRAINING, ...resources]), ...trainingProblems(job)]),
    ];
  }
  if (type === 'Model') {
    const containers = [...listAt(args, 'Containers'), args.PrimaryContainer].filter((each) => each !== undefined);
    const sources: Choices = [
      ['Image', 'ModelPackageName'],
      ['ModelDataUrl', 'ModelDataSource', 'ModelPackageName'],
    ];
    return [
      ...chosen(args, [['PrimaryContainer', 'Containers']]),
      ...containers.flatMap((each) => chosen(each, sources, 'a container')),
    ];
  }
  if (type === 'Processing') {
    const inputs = listAt(args, 'ProcessingInputs');
    return inputs.flatMap((input) => [
      ...chosen(input, [['S3Input', 'DatasetDefinition']], 'an input'),
      ...(valueAt(input, 'S3Input') === undefined
        ? []
        : chosen(valueAt(input, 'S3Input'), [['LocalPath'], ['S3InputMode']], 'an input')),
    ]);
  }
  if (type === 'Transform')
    return chosen(valueAt(args, 'TransformResources'), [['InstanceType'], ['InstanceCount']], 'TransformResources');
  return type === 'RegisterModel'
    ? chosen(args, [['ModelPackageGroupName'], ['InferenceSpecification', 'SourceAlgorithmSpecification']])
    : [];
}

function trainingProblems(job: unknown): readonly string[] {
  const sources: Choices = [['S3DataSource', 'FileSystemDataSource', 'DatasetSource']];
  const channels = listAt(job, 'InputDataConfig').map((channel) => valueAt(channel, 'DataSource'));
  const resources = valueAt(job, 'ResourceConfig');
  return [
    ...channels.flatMap((source) => chosen(source, sources, 'a channel')),
    ...chosen(valueAt(job, 'AlgorithmSpecification'), [['TrainingImage', 'AlgorithmName']], 'AlgorithmSpecification'),
    ...(resources === undefined ? [] : chosen(resources, MACHINES, 'ResourceConfig')),
  ];
}

function chosen(value: unknown, choices: Choices, where = 'the request'): readonly string[] {
  return choices
    .filter((names) => names.filter((name) => valueAt(value, name) !== undefined).length !== 1)
    .map((names) => `has to have exactly one of ${names.join(', ')} in ${where}`);
}

import { entriesAt, listAt, textAt, valueAt } from './json-at';
import type { PipelineStep } from './pipeline-definition';

const CLUSTER = ['ProcessingResources', 'ClusterConfig'];
const MACHINES: Readonly<Record<string, readonly string[]>> = {
  Training: ['ResourceConfig'],
  Tuning: ['ResourceConfig'],
  Processing: CLUSTER,
  QualityCheck: CLUSTER,
  ClarifyCheck: CLUSTER,
  Transform: ['TransformResources'],
};

/** The requests for jobs within a step's arguments: for a search those of its training jobs, else the arguments themselves. */
export function jobsOf({ type, args }: PipelineStep): readonly unknown[] {
  if (type !== 'Tuning') return [args];
  const one = valueAt(args, 'TrainingJobDefinition');
  return [...(one === undefined ? [] : [one]), ...listAt(args, 'TrainingJobDefinitions')];
}

/** What a step says about the machines of each of its jobs. */
export function machinesOf(step: PipelineStep): readonly unknown[] {
  const path = MACHINES[step.type];
  return path === undefined ? [] : jobsOf(step).map((job) => valueAt(job, ...path));
}

/** A place that the service writes to for a step, and the key that it uses. */
export interface Output {
  readonly what: string;
  readonly uri: unknown;
  readonly key: unknown;
}

export function outputsOf(step: PipelineStep): readonly Output[] {
  return jobsOf(step).flatMap((job) => {
    const training = [valueAt(job, 'OutputDataConfig'), valueAt(job, 'TransformOutput')].filter(
      (each) => each !== undefined,
    );
    const processing = listAt(job, 'ProcessingOutputConfig', 'Outputs');
    return [
      ...training.map((each) => ({
        what: 'its output',
        uri: valueAt(each, 'S3OutputPath'),
        key: valueAt(each, 'KmsKeyId'),
      })),
      ...processing
        .filter((each) => valueAt(each, 'FeatureStoreOutput') === undefined)
        .map((each) => ({
          what: `output ${textAt(each, 'OutputName')}`,
          uri: valueAt(each, 'S3Output', 'S3Uri'),
          key: valueAt(job, 'ProcessingOutputConfig', 'KmsKeyId'),
        })),
    ];
  });
}

/** The hyperparameters that a step fixes. */
export function hyperParametersOf(step: PipelineStep): readonly [string, unknown][] {
  return jobsOf(step).flatMap((job) => [
    ...entriesAt(job, 'HyperParameters'),
    ...entriesAt(job, 'StaticHyperParameters'),
  ]);
}

/** Where a job's script finds what: the local folder and what is put there. */
export interface LocalInput {
  readonly folder: string;
  readonly uri: unknown;
}

export function localInputsOf(step: PipelineStep): readonly LocalInput[] {
  const channels = jobsOf(step).flatMap((job) => listAt(job, 'InputDataConfig'));
  return [
    ...channels.map((channel) => ({
      folder: `/opt/ml/input/data/${textAt(channel, 'ChannelName')}`,
      uri: valueAt(channel, 'DataSource', 'S3DataSource', 'S3Uri'),
    })),
    ...listAt(step.args, 'ProcessingInputs').map((input) => ({
      folder: textAt(input, 'S3Input', 'LocalPath') || textAt(input, 'DatasetDefinition', 'LocalPath'),
      uri: valueAt(input, 'S3Input', 'S3Uri'),
    })),
  ];
}

/** The containers that a step runs or registers. */
export function imagesOf(step: PipelineStep): readonly unknown[] {
  const { args } = step;
  const containers = [
    valueAt(args, 'PrimaryContainer'),
    ...listAt(args, 'Containers'),
    ...listAt(args, 'InferenceSpecification', 'Containers'),
    ...listAt(args, 'AdditionalInferenceSpecifications').flatMap((each) => listAt(each, 'Containers')),
  ];
  return [
    ...jobsOf(step).map((job) => valueAt(job, 'AlgorithmSpecification', 'TrainingImage')),
    valueAt(args, 'AppSpecification', 'ImageUri'),
    ...containers.map((container) => valueAt(container, 'Image')),
  ].filter((image) => image !== undefined);
}

import { get, type Reference, type Text } from '../expression';
import { JOB_RETRIES, type RetryPolicy } from '../retry-policies';
import { type Tag, tagList } from '../tag-list';
import { type TrainingJob, type TrainingJobArguments, trainingJobArguments } from './training-job';

/** Hyperparameters are strings for the service, whatever they mean to the script. */
export type HyperParameters = Readonly<Record<string, Text>>;

export interface TrainingStepProps extends TrainingJob {
  readonly name: string;
  readonly hyperParameters: HyperParameters;
  readonly tags: Readonly<Record<string, string>>;
}

/** One training job. */
export interface TrainingStep {
  readonly Name: string;
  readonly Type: 'Training';
  readonly RetryPolicies: readonly RetryPolicy[];
  readonly Arguments: TrainingJobArguments & {
    readonly HyperParameters: HyperParameters;
    readonly ProfilerConfig: { readonly DisableProfiler: true };
    readonly Tags: readonly Tag[];
  };
}

/** A training job without the profiler, which is closed to new customers. */
export function trainingStep(props: TrainingStepProps): TrainingStep {
  return {
    Name: props.name,
    Type: 'Training',
    RetryPolicies: JOB_RETRIES,
    Arguments: {
      ...trainingJobArguments(props),
      HyperParameters: props.hyperParameters,
      ProfilerConfig: { DisableProfiler: true },
      Tags: tagList(props.tags),
    },
  };
}

/** S3 URI of the `model.tar.gz` that the step leaves. */
export function modelArtifact(step: TrainingStep): Reference {
  return get(`Steps.${step.Name}.ModelArtifacts.S3ModelArtifacts`);
}

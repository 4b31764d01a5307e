import { join } from '../expression';
import { runFolder } from '../run-folder';
import { DATASETS_URI } from '../run-parameters';
import { type ModelStep, modelName } from '../step-kinds/model-step';
import { type TransformStep, transformStep } from '../step-kinds/transform-step';
import type { TrainingPipelineInputs } from '../training-pipeline-inputs';

// The first column is the label, which the model must not see.
const FEATURES = '$[1:]';

/** What a scored row keeps: everything (label, features, score), or what the metrics need. */
export const KEEP = { all: '$', labelAndScore: '$[0,-1]' } as const;

export interface Scoring {
  readonly model: ModelStep;
  readonly split: 'validation' | 'test';
  readonly keep: (typeof KEEP)[keyof typeof KEEP];
}

/** The model's scores for one split of the datasets, in `<split>.csv.out`, in the order of the rows. */
export function score(inputs: TrainingPipelineInputs, name: string, { model, split, keep }: Scoring): TransformStep {
  return transformStep({
    name,
    modelName: modelName(model),
    inputUri: join('/', [DATASETS_URI, split, `${split}.csv`]),
    inputFilter: FEATURES,
    outputFilter: keep,
    outputUri: runFolder(inputs, name),
    instanceType: inputs.transformInstanceType,
    kmsKeyArn: inputs.kmsKeyArn,
    tags: inputs.tags,
  });
}

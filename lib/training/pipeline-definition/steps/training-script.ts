import { join } from '../expression';
import { runFolder } from '../run-folder';
import { DATASETS_URI } from '../run-parameters';
import type { TrainingJob } from '../step-kinds/training-job';
import type { HyperParameters } from '../step-kinds/training-step';
import type { TrainingPipelineInputs } from '../training-pipeline-inputs';

/** What the script prints last: the ROC AUC on the validation data, e.g. `objective:auc=0.873214;`. */
export const OBJECTIVE = 'objective:auc';

/** The job that runs our training script, whatever it trains: channels, place, limits, metric. */
export function trainingScriptJob(inputs: TrainingPipelineInputs, step: string): TrainingJob {
  return {
    roleArn: inputs.roleArn,
    image: inputs.image,
    instanceType: inputs.trainingInstanceType,
    volumeSizeInGB: inputs.volumeSizeInGB,
    kmsKeyArn: inputs.kmsKeyArn,
    maximumRuntimeSeconds: inputs.maximumRuntimeSeconds,
    // With the slash: Hadoop may leave an object `train_$folder$` beside the folder, which the prefix would match too.
    channels: [
      { name: 'train', uri: join('/', [DATASETS_URI, 'train/']), contentType: 'text/csv' },
      { name: 'validation', uri: join('/', [DATASETS_URI, 'validation/']), contentType: 'text/csv' },
      { name: 'code', uri: `${inputs.codeFolderUri}/${inputs.codeFileName}` },
    ],
    outputUri: runFolder(inputs, step),
    metrics: { [OBJECTIVE]: `${OBJECTIVE}=([0-9.]+);` },
  };
}

/** What makes the image run our script. The code comes as a channel: an isolated container cannot fetch it from S3. */
export function trainingScriptSettings({ codeFileName }: TrainingPipelineInputs): HyperParameters {
  return {
    sagemaker_program: 'train.py',
    sagemaker_submit_directory: `/opt/ml/input/data/code/${codeFileName}`,
  };
}

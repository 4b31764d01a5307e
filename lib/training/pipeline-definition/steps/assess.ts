import { asText, join, type Text } from '../expression';
import { runFolder } from '../run-folder';
import { DATASETS_URI } from '../run-parameters';
import { outputParameter } from '../step-kinds/lambda-step';
import { inputFolder, outputFolder, type ProcessingStep, processingStep } from '../step-kinds/processing-step';
import { type TransformStep, transformOutput } from '../step-kinds/transform-step';
import type { TrainingPipelineInputs } from '../training-pipeline-inputs';
import type { Evaluation } from './evaluate';

const OUTPUTS = ['explanation', 'bias', 'baseline'] as const;

export type Assessment = ProcessingStep<(typeof OUTPUTS)[number], 'BiasGate'>;

export interface Candidate {
  readonly modelDataUri: Text;
  readonly validationScores: TransformStep;
  readonly testScores: TransformStep;
  readonly evaluation: Evaluation;
}

/** Explains the model, measures bias at the chosen threshold, and makes the monitors' baseline. */
export function assess(inputs: TrainingPipelineInputs, candidate: Candidate): Assessment {
  const material = {
    model: candidate.modelDataUri,
    'test-scores': transformOutput(candidate.testScores),
    'validation-scores': transformOutput(candidate.validationScores),
    facets: join('/', [DATASETS_URI, 'facets/']),
    dataset: inputs.datasetDescriptionUri,
  };
  return processingStep({
    name: 'Assess',
    roleArn: inputs.roleArn,
    image: inputs.image,
    entrypoint: ['python3', `${inputFolder('code')}/${inputs.assessmentFileName}`],
    arguments: [
      ...Object.keys(material).flatMap((input) => [`--${input}`, inputFolder(input)]),
      ...['--threshold', asText(outputParameter(candidate.evaluation, 'threshold'))],
      ...OUTPUTS.flatMap((output) => [`--${output}`, outputFolder(output)]),
    ],
    inputs: { code: `${inputs.assessmentFolderUri}/${inputs.assessmentFileName}`, ...material },
    outputs: OUTPUTS,
    outputUri: runFolder(inputs, 'Assess'),
    propertyFiles: { BiasGate: { output: 'bias', path: 'gate.json' } },
    instanceType: inputs.processingInstanceType,
    volumeSizeInGB: inputs.volumeSizeInGB,
    kmsKeyArn: inputs.kmsKeyArn,
    maximumRuntimeSeconds: inputs.maximumRuntimeSeconds,
    tags: inputs.tags,
  });
}

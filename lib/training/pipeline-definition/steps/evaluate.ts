import type { Join, Text } from '../expression';
import { runFolder } from '../run-folder';
import { type LambdaStep, lambdaStep } from '../step-kinds/lambda-step';
import { type TransformStep, transformOutput } from '../step-kinds/transform-step';
import type { TrainingPipelineInputs } from '../training-pipeline-inputs';

/** `passes` is the text `true` or `false`; the numbers are JSON numbers. */
export type Evaluation = LambdaStep<
  'passes' | 'reason' | 'threshold' | 'rocAuc' | 'linearRocAuc' | 'netValue' | 'artifactHash'
>;

export interface JudgedCandidate {
  readonly modelDataUri: Text;
  readonly linearTestScores: TransformStep;
  readonly validationScores: TransformStep;
  readonly testScores: TransformStep;
}

/**
 * Chooses the threshold on the validation scores, measures on the test scores, and says whether the goal is met. Hashes
 * the archive on the way, so that what serves later is known to be what was judged.
 */
export function evaluate(inputs: TrainingPipelineInputs, candidate: JudgedCandidate): Evaluation {
  return lambdaStep({
    name: 'Evaluate',
    functionArn: inputs.evaluateFunctionArn,
    arguments: {
      validationScores: transformOutput(candidate.validationScores),
      testScores: transformOutput(candidate.testScores),
      linearTestScores: transformOutput(candidate.linearTestScores),
      modelData: candidate.modelDataUri,
      output: evaluationFolder(inputs),
    },
    outputs: {
      passes: 'String',
      reason: 'String',
      threshold: 'Float',
      rocAuc: 'Float',
      linearRocAuc: 'Float',
      netValue: 'Float',
      artifactHash: 'String',
    },
  });
}

/** Where the evaluation leaves `model-quality.json`, `report.json` and `smoke-test.json`. */
export function evaluationFolder(inputs: TrainingPipelineInputs): Join {
  return runFolder(inputs, 'Evaluate');
}

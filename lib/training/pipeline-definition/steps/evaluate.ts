import type { Join } from '../expression';
import { runFolder } from '../run-folder';
import { type LambdaStep, lambdaStep } from '../step-kinds/lambda-step';
import { type TransformStep, transformOutput } from '../step-kinds/transform-step';
import type { TrainingPipelineInputs } from '../training-pipeline-inputs';

/** `passes` is the text `true` or `false`; the numbers are JSON numbers. */
export type Evaluation = LambdaStep<'passes' | 'reason' | 'threshold' | 'rocAuc' | 'linearRocAuc' | 'netValue'>;

export interface Scores {
  readonly linearTestScores: TransformStep;
  readonly validationScores: TransformStep;
  readonly testScores: TransformStep;
}

/** Chooses the threshold on the validation scores, measures on the test scores, and says whether the goal is met. */
export function evaluate(inputs: TrainingPipelineInputs, scores: Scores): Evaluation {
  return lambdaStep({
    name: 'Evaluate',
    functionArn: inputs.evaluateFunctionArn,
    arguments: {
      validationScores: transformOutput(scores.validationScores),
      testScores: transformOutput(scores.testScores),
      linearTestScores: transformOutput(scores.linearTestScores),
      output: evaluationFolder(inputs),
    },
    outputs: {
      passes: 'String',
      reason: 'String',
      threshold: 'Float',
      rocAuc: 'Float',
      linearRocAuc: 'Float',
      netValue: 'Float',
    },
  });
}

/** Where the evaluation leaves `model-quality.json` and `report.json`. */
export function evaluationFolder(inputs: TrainingPipelineInputs): Join {
  return runFolder(inputs, 'Evaluate');
}

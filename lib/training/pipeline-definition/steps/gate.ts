import type { PipelineStep } from '../pipeline-definition';
import { type ConditionStep, conditionStep, equals } from '../step-kinds/condition-step';
import { outputParameter } from '../step-kinds/lambda-step';
import { fromPropertyFile } from '../step-kinds/processing-step';
import type { Assessment } from './assess';
import type { Evaluation } from './evaluate';

export interface Verdict {
  readonly evaluation: Evaluation;
  readonly assessment: Assessment;
  readonly passed: PipelineStep;
  readonly refused: PipelineStep;
}

/** Lets a candidate pass that meets the business goal and stays within the limit on disparity. */
export function gate({ evaluation, assessment, passed, refused }: Verdict): ConditionStep {
  return conditionStep({
    name: 'Gate',
    conditions: [
      equals(outputParameter(evaluation, 'passes'), 'true'),
      equals(fromPropertyFile(assessment, 'BiasGate', 'withinLimit'), 'true'),
    ],
    ifSteps: [passed],
    elseSteps: [refused],
  });
}

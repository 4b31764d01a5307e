import { join } from '../expression';
import { type FailStep, failStep } from '../step-kinds/fail-step';
import { outputParameter } from '../step-kinds/lambda-step';
import { fromPropertyFile } from '../step-kinds/processing-step';
import type { Assessment } from './assess';
import type { Evaluation } from './evaluate';

/** Fails the run and says in words what the evaluation and the bias check found. */
export function refuse(evaluation: Evaluation, assessment: Assessment): FailStep {
  const findings = [outputParameter(evaluation, 'reason'), fromPropertyFile(assessment, 'BiasGate', 'reason')];
  return failStep('Refuse', join(' ', ['The candidate was not registered.', ...findings]));
}

import { hyperParameters } from './hyper-parameters';
import { isText } from './is-text';
import { listAt } from './read-json';
import { forEachStep } from './rule';

/** Hyperparameters and container arguments are strings; a number at run time is cast with Std:Join. */
export const textArguments = forEachStep((step, subject) => [
  ...hyperParameters(step)
    .filter(([, value]) => !isText(value, subject))
    .map(([key]) => `Step ${step.name} has the hyperparameter ${key}, which is not a string.`),
  ...listAt(step.own, 'Arguments', 'AppSpecification', 'ContainerArguments')
    .filter((value) => !isText(value, subject))
    .map((value) => `Step ${step.name} has the container argument ${JSON.stringify(value)}, which is not a string.`),
]);

import { listAt, textAt } from './read-json';
import { forEachStep } from './rule';
import { processingOutputNames } from './step-properties';

/** Property files belong to processing steps and lie in an output of theirs. */
export const propertyFiles = forEachStep((step) =>
  listAt(step.own, 'PropertyFiles').flatMap((file) => {
    const name = textAt(file, 'PropertyFileName');
    const output = textAt(file, 'OutputName');
    if (step.type !== 'Processing') return [`Step ${step.name} of type ${step.type} cannot have property files.`];
    const isDeclared = processingOutputNames(step).includes(output);
    return isDeclared
      ? []
      : [`Property file ${name} of step ${step.name} lies in ${output}, which is no output of it.`];
  }),
);

import type { PipelineDefinition } from './pipeline-definition';
import { buckets } from './validation/buckets';
import { encryption } from './validation/encryption';
import { images } from './validation/images';
import { isolation } from './validation/isolation';
import { jobNames } from './validation/job-names';
import { documentLimits, stepLimits } from './validation/limits';
import { names } from './validation/names';
import { order } from './validation/order';
import { outputs } from './validation/outputs';
import { parameters } from './validation/parameters';
import { placeSteps } from './validation/placed-step';
import { propertyFiles } from './validation/property-files';
import { listAt } from './validation/read-json';
import { references } from './validation/references';
import { registration } from './validation/registration';
import { retries } from './validation/retries';
import type { PipelineExpectations, Rule } from './validation/rule';
import { s3Uris } from './validation/s3-uris';
import { stepTypes } from './validation/step-types';
import { stoppingConditions } from './validation/stopping-conditions';
import { tags } from './validation/tags';
import { textArguments } from './validation/text-arguments';
import { transform } from './validation/transform';
import { tuning } from './validation/tuning';

const RULES: readonly Rule[] = [
  names,
  stepTypes,
  parameters,
  references,
  order,
  propertyFiles,
  tags,
  registration,
  s3Uris,
  outputs,
  encryption,
  isolation,
  jobNames,
  stoppingConditions,
  textArguments,
  retries,
  transform,
  tuning,
  images,
  buckets,
  stepLimits,
  documentLimits,
];

/** All that the service would refuse, or we would regret, as sentences; none if the definition is sound. */
export function validatePipelineDefinition(
  definition: PipelineDefinition,
  expectations: PipelineExpectations,
): readonly string[] {
  const subject = { definition, steps: placeSteps(listAt(definition, 'Steps')), expectations };
  return RULES.flatMap((rule) => rule(subject));
}

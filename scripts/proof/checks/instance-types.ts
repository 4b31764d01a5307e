import {
  ProcessingInstanceType,
  ProductionVariantInstanceType,
  TrainingInstanceType,
  TransformInstanceType,
} from '@aws-sdk/client-sagemaker';
import type { Check } from '../check';
import { isOffered, type Use } from '../facts/instance-families';
import { findInEach } from '../find-in-each';
import { textsIn } from '../texts-in';

/** Every type that SageMaker's API knows, by use. */
const TYPES: Readonly<Record<Use, readonly string[]>> = {
  endpoint: Object.values(ProductionVariantInstanceType),
  processing: Object.values(ProcessingInstanceType),
  training: Object.values(TrainingInstanceType),
  transform: Object.values(TransformInstanceType),
};
const USES = Object.keys(TYPES) as Use[];

/** What an instance is for, by where its type stands: in a template, in a pipeline's or a state machine's definition. */
const PLACES: readonly (readonly [RegExp, Use])[] = [
  [/(ProductionVariants|InstancePools|SupportedRealtimeInferenceInstanceTypes)\b/, 'endpoint'],
  [/(TransformResources|SupportedTransformInstanceTypes)\b/, 'transform'],
  [/(ClusterConfig|ProcessingResources)\b/, 'processing'],
  [/(ResourceConfig|HyperParameterTuningResourceConfig)\b/, 'training'],
];

export const instanceTypes: Check = {
  id: 'instance-types',
  rule: "Each instance type exists, for what it is used for and in the stack's region",
  find: findInEach([], (resource, assembly) =>
    textsIn(resource, assembly)
      .filter(
        ({ path, text }) =>
          !text.includes('${') && (/^ml\.[\w-]+\.\w+$/.test(text) || (isAboutInstance(path) && text !== '')),
      )
      .map(({ path, text }) => fault(path, text, resource.stack.region)),
  ),
};

/** Elsewhere, as with EMR, an InstanceType is none of SageMaker's. */
function isAboutInstance(path: string): boolean {
  return /InstanceTypes?(\.\d+)?$/.test(path) && PLACES.some(([place]) => place.test(path));
}

function fault(path: string, type: string, region: string): string | false {
  const use = PLACES.find(([place]) => place.test(path))?.[1];
  const [, family = ''] = type.split('.');
  const known = USES.filter((each) => TYPES[each].includes(type));
  if (known.length === 0) return `${path} is ${type}, which is no instance type of SageMaker`;
  if (use && !known.includes(use))
    return `${path} is ${type}, which SageMaker does not have for ${use}, only for ${known.join(' and ')}`;
  const uses = use ? [use] : known;
  return (
    !uses.some((each) => isOffered(family, each, region)) &&
    `${path} is ${type}, which ${region} does not offer for ${uses.join(' or ')}`
  );
}

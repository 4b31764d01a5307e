import type { Check } from '../check';
import { imageProblem } from '../facts/sagemaker-images';
import { findInEach } from '../find-in-each';
import { records } from '../json';
import { namedResource } from '../named-resource';
import { isOpen, textOf } from '../text-of';
import { textsIn } from '../texts-in';

const REGISTRY = /\.dkr\.ecr\./;
/** Families with Graviton processors. */
const GRAVITON = /^ml\.[cmrtx]\d+g[a-z]*\./;
/** Versions that were built for Graviton too; image_uri_config/{xgboost,sklearn}.json, `inference_graviton`. */
const FOR_GRAVITON = /sagemaker-xgboost:1\.[35]-1|sagemaker-scikit-learn:1\.0-1|graviton/;

/** A pipeline's containers have a check of their own. */
export const containerImages: Check = {
  id: 'container-images',
  rule: "Each image is published where it is fetched from, in the stack's region, in a fixed version and for the instance's processor",
  find: findInEach([], (resource, assembly) => {
    if (resource.Type === 'AWS::SageMaker::Pipeline') return [];
    const { region } = resource.stack;
    const images = textsIn(resource, assembly).filter(({ text }) => REGISTRY.test(text));
    return [
      ...images
        .filter(({ text }) => /^\d{12}\./.test(text))
        .map(({ path, text }) => {
          const problem = imageProblem(text.replace(/\/\$\{[^}]+\}/, '/ours'), region);
          return problem !== undefined && `${path} is ${text}, which ${problem}`;
        }),
      // An account without its leading zeros, or a mere name: all that ECR fetches begins with twelve digits.
      ...images.map(
        ({ path, text }) =>
          !/^\d{12}\.|^\$\{/.test(text) &&
          !/[\s"]/.test(text) &&
          `${path} is ${text}, whose account is no twelve digits`,
      ),
      ...processorFaults(resource, assembly),
    ];
  }),
};

const processorFaults: Parameters<typeof findInEach>[1] = (config, assembly) => {
  if (config.Type !== 'AWS::SageMaker::EndpointConfig') return [];
  return records(config.Properties.ProductionVariants).map(({ ModelName, InstanceType }) => {
    const model = namedResource(ModelName, config, assembly, 'AWS::SageMaker::Model', 'ModelName');
    const type = textOf(InstanceType, config, assembly);
    const images = model ? textsIn(model, assembly).filter(({ path }) => path.endsWith('Image')) : [];
    const other = images.find(
      ({ text }) => !isOpen(text) && /\/sagemaker-(xgboost|scikit-learn)/.test(text) && !FOR_GRAVITON.test(text),
    );
    return (
      GRAVITON.test(type) &&
      other !== undefined &&
      `${type} has Graviton processors, for which ${other.text} is not built`
    );
  });
};

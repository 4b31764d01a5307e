import { about, type Check } from '../check';
import { resourcesOf } from '../resources-of';
import { listOf, valueAt } from '../value-at';

const CONTROLS: Readonly<Record<string, string>> = {
  'AWS::SageMaker::AppImageConfig': 'SageMaker.6',
  'AWS::SageMaker::Image': 'SageMaker.7',
};

export const sagemakerImageTags: Check = {
  id: 'sagemaker-image-tags',
  rule: 'Images of Studio and their configurations carry tags of our own (SageMaker.6, .7).',
  find: (assembly) =>
    resourcesOf(assembly, ...Object.keys(CONTROLS))
      .filter(({ Properties }) => !listOf(valueAt(Properties, 'Tags')).some((tag) => isOurs(valueAt(tag, 'Key'))))
      .map((image) =>
        about(image, `${CONTROLS[image.Type]}: Tags hold no key but those of AWS; it has to carry one of ours`),
      ),
};

/** Security Hub does not count what AWS sets itself. */
function isOurs(key: unknown): boolean {
  return typeof key === 'string' && key !== '' && !key.startsWith('aws:');
}

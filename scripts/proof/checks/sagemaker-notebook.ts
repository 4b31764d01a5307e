import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { wrongKey } from '../customer-key';
import { resourcesOf } from '../resources-of';
import { shown, valueAt } from '../value-at';

/** Exactly these values; what is missing fails, since the default is the other one. */
const EXPECTED = [
  { control: 'SageMaker.1', property: 'DirectInternetAccess', value: 'Disabled' },
  { control: 'SageMaker.3', property: 'RootAccess', value: 'Disabled' },
  { control: 'SageMaker.8', property: 'PlatformIdentifier', value: 'notebook-al2023-v1' },
];

export const sagemakerNotebook: Check = {
  id: 'sagemaker-notebook',
  rule: 'A notebook instance is in a subnet of its own, without internet or root, encrypted and on the newest platform (SageMaker.1, .2, .3, .8, .21).',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::SageMaker::NotebookInstance').flatMap((notebook) =>
      faults(notebook, assembly).map((fault) => about(notebook, fault)),
    ),
};

function faults(notebook: Placed, assembly: Assembly): string[] {
  const properties = notebook.Properties;
  const wrong = EXPECTED.filter(({ property, value }) => valueAt(properties, property) !== value).map(
    ({ control, property, value }) =>
      `${control}: ${property} is ${shown(valueAt(properties, property))}; it has to be ${value}`,
  );
  if (valueAt(properties, 'SubnetId') === undefined)
    wrong.push('SageMaker.2: it has no SubnetId, so AWS puts it into a network of its own');
  const key = wrongKey(valueAt(properties, 'KmsKeyId'), notebook.stack, assembly);
  if (key) wrong.push(`SageMaker.21: its key, KmsKeyId, ${key}; its disk needs a customer's key`);
  return wrong;
}

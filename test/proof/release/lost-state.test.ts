import type { Assembly, Stack } from '../../../scripts/proof/assembly';
import { withResources } from '../../../scripts/proof/read-assembly';
import { lostState } from '../../../scripts/proof/release/lost-state';
import { ASSEMBLIES } from '../broken';

// biome-ignore lint/suspicious/noExplicitAny: a change reaches as deep into a template as it likes
type Json = Record<string, any>;

/** The sandbox with one stack changed. */
function next(id: string, change: (template: Json) => Partial<Stack> | undefined): Assembly {
  const stacks = ASSEMBLIES.sandbox.stacks.map((stack) => {
    if (stack.id !== id) return stack;
    const template = structuredClone(stack.template) as Json;
    const more = change(template) ?? {};
    return withResources({ ...stack, template, ...more });
  });
  return { ...ASSEMBLIES.sandbox, stacks };
}

function idOf({ Resources }: Json, type: string): string {
  const found = Object.keys(Resources).find((id) => Resources[id].Type === type);
  if (!found) throw new Error(`there is no ${type}`);
  return found;
}

const messages = (assembly: Assembly) => lostState(ASSEMBLIES.sandbox, assembly).map(({ message }) => message);

test('the same templates lose nothing', () => {
  expect(messages(ASSEMBLIES.sandbox)).toEqual([]);
});

test.each([
  ['DataLake', 'AWS::S3::Bucket', 'BucketName', 'other'],
  ['FeatureStore', 'AWS::SageMaker::FeatureGroup', 'RecordIdentifierFeatureName', 'other'],
  ['ModelRegistry', 'AWS::SageMaker::ModelPackageGroup', 'ModelPackageGroupName', 'other'],
])('in %s, an %s with another %s would be replaced', (stack, type, property, value) => {
  const changed = next(stack, (template) => {
    template.Resources[idOf(template, type)].Properties[property] = value;
    return undefined;
  });
  expect(messages(changed)).toEqual([`the ${type} would be replaced by an empty one since ${property} changed`]);
});

test('a resource with data under another logical id is lost, however it would be deleted', () => {
  const renamed = next('DataLake', (template) => {
    const id = idOf(template, 'AWS::S3::Bucket');
    template.Resources.Renamed = template.Resources[id];
    delete template.Resources[id];
    return undefined;
  });
  expect(messages(renamed)).toEqual([expect.stringMatching(/^the AWS::S3::Bucket would be (deleted|left behind)/)]);
});

test('a stack under another name, in another region, or gone, loses all that it holds', () => {
  const held = ASSEMBLIES.sandbox.stacks.find(({ id }) => id === 'FeatureStore')?.resources ?? [];
  const groups = held.filter(({ Type }) => /FeatureGroup/.test(Type)).length;
  const lost = (assembly: Assembly) => messages(assembly).filter((each) => /FeatureGroup is lost/.test(each)).length;
  expect(groups).toBeGreaterThan(0);
  expect(lost(next('FeatureStore', () => ({ name: 'other' })))).toBe(groups);
  expect(lost(next('FeatureStore', () => ({ region: 'eu-west-1' })))).toBe(groups);
  expect(
    lost({ ...ASSEMBLIES.sandbox, stacks: ASSEMBLIES.sandbox.stacks.filter(({ id }) => id !== 'FeatureStore') }),
  ).toBe(groups);
});

test('what holds no data may be replaced', () => {
  const changed = next('Training', (template) => {
    const id = idOf(template, 'AWS::Lambda::Function');
    template.Resources[id].Properties.FunctionName = 'other';
    return undefined;
  });
  expect(messages(changed)).toEqual([]);
});

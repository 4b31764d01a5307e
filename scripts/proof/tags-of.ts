import type { Assembly, Placed } from './assembly';
import { list, record } from './json';
import { resourceType } from './resource-types';
import { textOf } from './text-of';

/** One tag of a resource, put together as CloudFormation would. */
export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** The tags of one place of a resource, and whether a change of them replaces it. */
export interface Tagged {
  readonly tags: readonly Tag[];
  readonly replacing: boolean;
}

/** Types that carry their tags deeper than CloudFormation's database says. */
const WITHIN: Readonly<Record<string, readonly [list: string, tags: string]>> = {
  'AWS::DynamoDB::GlobalTable': ['Replicas', 'Tags'],
};

/** Every set of tags that a resource can carry; none for a type that takes no tags. */
export function tagsOf(resource: Placed, assembly: Assembly): readonly Tagged[] {
  const { Type, Properties } = resource;
  const read = (value: unknown, replacing: boolean) => ({ tags: tagsIn(value, resource, assembly), replacing });
  const within = WITHIN[Type];
  if (within) return list(Properties[within[0]]).map((each) => read(record(each)[within[1]], false));
  const type = resourceType(Type);
  return type?.tags === undefined ? [] : [read(Properties[type.tags], type.replacing.has(type.tags))];
}

function tagsIn(value: unknown, resource: Placed, assembly: Assembly): Tag[] {
  const text = (each: unknown) => textOf(each, resource, assembly);
  if (Array.isArray(value)) return value.map(record).map(({ Key, Value }) => ({ key: text(Key), value: text(Value) }));
  return Object.entries(record(value)).map(([key, each]) => ({ key, value: text(each) }));
}

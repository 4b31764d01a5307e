import type { Assembly, Placed } from './assembly';
import { referencesIn, target } from './references';
import { resourcesOf } from './resources-of';
import { isOpen, textOf } from './text-of';

/** The resource of one type that a value means: by reference, or because it carries the name that the value spells out. */
export function namedResource(
  value: unknown,
  from: Placed,
  assembly: Assembly,
  type: string,
  nameProperty: string,
): Placed | undefined {
  const referred = referencesIn(value, from.stack, assembly)
    .map(target)
    .find((resource) => resource?.Type === type);
  if (referred) return referred;
  const name = textOf(value, from, assembly);
  if (isOpen(name)) return undefined;
  return resourcesOf(assembly, type).find((each) => textOf(each.Properties[nameProperty], each, assembly) === name);
}

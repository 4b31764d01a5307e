import type { Check } from '../../scripts/proof/check';
import { ASSEMBLIES, findWhen } from './broken';

export type Change = Parameters<typeof findWhen>[2];
export type Json = Parameters<Change>[0];

/** What is wrong, in which type, how it got so, and what the finding has to say; `id` picks one of several. */
export type Fault = readonly [
  name: string,
  type: string,
  change: Change,
  message: RegExp,
  options?: { readonly id?: RegExp; readonly environment?: keyof typeof ASSEMBLIES },
];

/** One test for each fault: the check finds it, and does not in the product as it is. */
export function finds(check: Check, faults: readonly Fault[]) {
  const cases = faults.map(([name, type, change, message, options = {}]) => ({ name, type, change, message, options }));
  test.each(cases)('$name', ({ type, change, message, options }) => {
    const before = check.find(ASSEMBLIES[options.environment ?? 'sandbox']).map((each) => JSON.stringify(each));
    const found = findWhen(check, type, change, options).filter((each) => !before.includes(JSON.stringify(each)));
    expect(found.map((each) => each.message).join('\n')).toMatch(message);
  });
}

/** No findings in what is deployed, but those of `waived` logical ids. */
export function holds(checks: readonly Check[], waived: Readonly<Record<string, RegExp>> = {}) {
  const cases = checks.flatMap((check) =>
    (['sandbox', 'production'] as const).map((name) => ({ id: check.id, name, check })),
  );
  test.each(cases)('$id holds in $name', ({ id, name, check }) => {
    expect(check.find(ASSEMBLIES[name]).filter(({ logicalId }) => !waived[id]?.test(logicalId))).toEqual([]);
  });
}

/** Puts a value where a path leads, `Properties.Targets.0.Arn`; undefined takes away what is there. */
export function set(path: string, value?: unknown): Change {
  const keys = path.split('.');
  const last = keys.pop() as string;
  return (resource) => {
    const holder = keys.reduce<Json>((each, key) => {
      each[key] ??= {};
      return each[key];
    }, resource);
    if (value === undefined) Reflect.deleteProperty(holder, last);
    else holder[last] = structuredClone(value);
  };
}

/** Puts another resource beside the one that is meant; it is told the template, to refer to what is in it. */
export function beside(resource: (template: Json) => Json): Change {
  return (_, template) => {
    template.Resources.Beside = resource(template);
  };
}

/** The logical id of the first resource of a type. */
export function idOf(template: Json, type: string, id = /./): string {
  return Object.keys(template.Resources).find((each) => id.test(each) && template.Resources[each].Type === type) ?? '';
}

export const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

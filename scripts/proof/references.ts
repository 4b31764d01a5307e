import type { Assembly, Placed, Stack } from './assembly';

/** Where a value of a template points: a resource or a parameter, and the attribute of it that is meant. */
export interface Reference {
  readonly stack: Stack;
  readonly logicalId: string;
  /** `Ref` for what `Ref` gives. */
  readonly attribute: string;
}

/** What a reference points to; undefined for a parameter, a pseudo parameter and what does not exist. */
export function target(reference: Reference): Placed | undefined {
  return reference.stack.resources.find(({ logicalId }) => logicalId === reference.logicalId);
}

/** Every reference within a value, however deep, through exports of other stacks too. Of what no template has, nothing. */
export function referencesIn(value: unknown, stack: Stack, assembly: Assembly): Reference[] {
  if (Array.isArray(value)) return value.flatMap((each) => referencesIn(each, stack, assembly));
  if (typeof value !== 'object' || value === null) return [];
  const [[name, argument] = ['', undefined], ...others] = Object.entries(value);
  if (others.length === 0) {
    if (name === 'Ref') return [{ stack, logicalId: String(argument), attribute: 'Ref' }];
    if (name === 'Fn::GetAtt') {
      const [logicalId = '', ...attribute] = Array.isArray(argument) ? argument : String(argument).split('.');
      return [{ stack, logicalId, attribute: attribute.join('.') }];
    }
    if (name === 'Fn::ImportValue') return exported(argument, assembly);
    if (name === 'Fn::Sub') return substituted(argument, stack, assembly);
  }
  return Object.values(value).flatMap((each) => referencesIn(each, stack, assembly));
}

function exported(name: unknown, assembly: Assembly): Reference[] {
  for (const stack of assembly.stacks)
    for (const output of Object.values(
      (stack.template.Outputs ?? {}) as Record<string, { Value: unknown; Export?: { Name: unknown } }>,
    ))
      if (output.Export !== undefined && JSON.stringify(output.Export.Name) === JSON.stringify(name))
        return referencesIn(output.Value, stack, assembly);
  return [];
}

function substituted(argument: unknown, stack: Stack, assembly: Assembly): Reference[] {
  const [text, values] = (Array.isArray(argument) ? argument : [argument, {}]) as [string, Record<string, unknown>];
  // What is no text, a schema finds.
  if (typeof text !== 'string') return [];
  const named = [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name = '']) => name);
  return named.flatMap((name) => {
    if (name in values) return referencesIn(values[name], stack, assembly);
    const [logicalId = '', ...attribute] = name.split('.');
    return [{ stack, logicalId, attribute: attribute.join('.') || 'Ref' }];
  });
}

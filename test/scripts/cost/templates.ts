import type { Assembly } from '../../../scripts/proof/assembly';
import { withResources } from '../../../scripts/proof/read-assembly';

// biome-ignore lint/suspicious/noExplicitAny: a change reaches as deep into a template as it likes
export type Template = Record<string, any>;

/** An assembly of one stack. */
export function ofOneStack(template: Template): Assembly {
  const stack = { id: 'Made', name: 'made', region: 'us-east-1', terminationProtection: false };
  return { folder: '', stacks: [withResources({ ...stack, template })] };
}

/** A copy of an assembly in which one stack's template is changed. */
export function changed(assembly: Assembly, id: string, change: (template: Template) => void): Assembly {
  if (!assembly.stacks.some((stack) => stack.id === id)) throw new Error(`there is no stack ${id} to change`);
  const stacks = assembly.stacks.map((stack) => {
    const template = structuredClone(stack.template) as Template;
    if (stack.id === id) change(template);
    return withResources({ ...stack, template });
  });
  return { ...assembly, stacks };
}

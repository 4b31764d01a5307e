import type { Assembly } from '../assembly';
import { about, type Check } from '../check';
import { leavesOf } from '../leaves';
import { nameOf, textOf } from '../points-to';
import { resourcesOf } from '../resources-of';

/** Descriptions and other prose may say what they like. */
const PROSE = /(^|\.)(\w*Description|Comment|Subject|Message|Tags)(\.|$)/;

/** A name of ours that is written out, as one is across stacks that must not hold on to each other, is the name of something. */
export const namesExist: Check = {
  id: 'names-exist',
  rule: 'Every written name that begins as all stacks of the assembly do is the name of a stack or a resource of some template, or says by a star or a namespace that it names more',
  find(assembly) {
    const prefix = commonPrefix(assembly.stacks.map(({ name }) => name));
    if (prefix === '') return [];
    const names = namesIn(assembly);
    const written = new RegExp(`(?<![\\w-])${prefix}-[A-Za-z0-9][\\w-]*\\*?`, 'g');
    return resourcesOf(assembly).flatMap((resource) => {
      const texts = leavesOf(resource.Properties)
        .filter(({ path }) => !PROSE.test(path))
        .map(({ path, value }) => ({ path, text: textOf(value, resource.stack, assembly) }));
      const wrong = texts.flatMap(({ path, text }) =>
        [...text.matchAll(written)]
          .map(([name]) => ({ path, name }))
          .filter(({ path: at, name }) => !exists(name, at, names)),
      );
      return [
        ...new Set(wrong.map(({ path, name }) => `${path} says ${name}, the name of nothing in any template`)),
      ].map((message) => about(resource, message));
    });
  },
};

/** As `ml-lifecycle-sandbox` of `ml-lifecycle-sandbox-training` and its like; empty when stacks have no name in common. */
function commonPrefix(names: readonly string[]): string {
  const [first = '', ...others] = names;
  const parts = first.split('-');
  const shared = parts.findIndex((_, count) =>
    others.some((name) => !name.startsWith(`${parts.slice(0, count + 1).join('-')}-`)),
  );
  return others.length === 0 || shared <= 0 ? '' : parts.slice(0, shared).join('-');
}

function namesIn(assembly: Assembly): string[] {
  const resources = resourcesOf(assembly).flatMap((resource) => nameOf(resource, assembly)?.split('/') ?? []);
  // Names may be prefixes too: of endpoints that a service makes, for example.
  const prefixes = resourcesOf(assembly, 'AWS::Lambda::Function').flatMap(({ Properties, stack }) =>
    leavesOf(Properties.Environment)
      .filter(({ path }) => path.endsWith('_PREFIX'))
      .map(({ value }) => textOf(value, stack, assembly)),
  );
  return [...assembly.stacks.map(({ name }) => name), ...resources, ...prefixes];
}

function exists(name: string, path: string, names: readonly string[]): boolean {
  if (/NAMESPACE$/i.test(path)) return true;
  if (name.endsWith('*')) return names.some((each) => each.startsWith(name.slice(0, -1)) || name.startsWith(each));
  return names.includes(name);
}

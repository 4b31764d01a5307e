import type { Assembly } from './assembly';
import { SHARED_KEYS } from './facts/cost-tags';
import { resourcesOf } from './resources-of';
import { type Tag, tagsOf } from './tags-of';

/** The value that most have: of all stacks for what they share, of the same stack for the rest. */
export function usualValues(assembly: Assembly): (tag: Tag, stackId: string) => string {
  const counts = new Map<string, Map<string, number>>();
  const place = (key: string, stackId: string) => (SHARED_KEYS.includes(key) ? key : `${stackId} ${key}`);
  for (const resource of resourcesOf(assembly))
    for (const { key, value } of tagsOf(resource, assembly).flatMap(({ tags }) => tags)) {
      const at = place(key, resource.stack.id);
      const values = counts.get(at) ?? new Map<string, number>();
      counts.set(at, values.set(value, (values.get(value) ?? 0) + 1));
    }
  return ({ key, value }, stackId) => {
    const values = [...(counts.get(place(key, stackId)) ?? [])].sort(([, one], [, two]) => two - one);
    return values[0]?.[0] ?? value;
  };
}

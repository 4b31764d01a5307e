import type { Placed } from '../assembly';
import { about, type Check } from '../check';
import { CHANGING_KEYS, COST_KEYS, NAMING_KEYS } from '../facts/cost-tags';
import { repeated } from '../json-at';
import { resourcesOf } from '../resources-of';
import { type Tag, type Tagged, tagsOf } from '../tags-of';
import { usualValues } from '../usual-tags';

/** What AWS takes. Source: "Best practices and strategies", Tagging AWS resources user guide. */
const KEY = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u;
const VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;
const MOST = 50;

/** The bill can be split by every key: what has no tag, or another value than its neighbours, is paid by nobody. */
export const costTags: Check = {
  id: 'cost-tags',
  rule: `Everything that CloudFormation can tag carries ${COST_KEYS.join(', ')} (without ${CHANGING_KEYS.join(' and ')} where a changed tag replaces it), with the values of its stack and of its environment (S-03)`,
  find: (assembly) => {
    const usual = usualValues(assembly);
    return resourcesOf(assembly).flatMap((resource) =>
      tagsOf(resource, assembly).flatMap((tagged) =>
        [...missing(tagged), ...refused(tagged), ...other(tagged, resource, usual)].map((fault) =>
          about(resource, fault),
        ),
      ),
    );
  },
};

function missing({ tags, replacing }: Tagged): string[] {
  return COST_KEYS.filter(
    (key) => !(replacing && CHANGING_KEYS.includes(key)) && !tags.some((tag) => tag.key === key),
  ).map((key) => `has no tag ${key}`);
}

function refused({ tags }: Tagged): string[] {
  return [
    ...repeated(tags.map(({ key }) => key)).map((key) => `has the tag ${key} twice`),
    ...tags
      .filter(({ key }) => /^aws:/i.test(key))
      .map(({ key }) => `has the tag ${key}, a name that AWS keeps for itself`),
    ...tags
      .filter(({ key, value }) => !isOpen(value) && !(KEY.test(key) && VALUE.test(value)))
      .map(({ key, value }) => `has the tag ${key}=${value}, of signs or a length that AWS does not take`),
    ...tags
      .filter(({ key, value }) => isCostKey(key) && value.trim() === '')
      .map(({ key }) => `has the tag ${key} without a value`),
    ...(tags.length > MOST ? [`has ${tags.length} tags, expected at most ${MOST}`] : []),
  ];
}

function other({ tags }: Tagged, { stack }: Placed, usual: (tag: Tag, stackId: string) => string): string[] {
  return tags
    .filter(({ key, value }) => isCostKey(key) && value !== '' && !isOpen(value))
    .flatMap((tag) => {
      const expected = usual(tag, stack.id);
      if (tag.value !== expected) return [`has the tag ${tag.key}=${tag.value}, and its neighbours ${expected}`];
      return NAMING_KEYS.includes(tag.key) && !`-${stack.name}-`.includes(`-${tag.value}-`)
        ? [`has the tag ${tag.key}=${tag.value}, in the stack ${stack.name}`]
        : [];
    });
}

function isCostKey(key: string): boolean {
  return (COST_KEYS as readonly string[]).includes(key);
}

function isOpen(text: string): boolean {
  return text.includes('${');
}

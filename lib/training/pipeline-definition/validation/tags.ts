import { listAt, textAt, valueAt } from './read-json';
import { forEachStep } from './rule';

const TAGGED_TYPES = ['Training', 'Tuning', 'Processing', 'Transform', 'Model'];

/** Everything that a run starts carries our tags in its own arguments, since the pipeline's do not reach it. */
export const tags = forEachStep(({ name, type, own }, { expectations }) => {
  if (!TAGGED_TYPES.includes(type)) return [];
  const list = listAt(own, 'Arguments', 'Tags');
  if (list.length === 0) return [`Step ${name} has no tags.`];
  const keys = list.map((tag) => textAt(tag, 'Key'));
  const missing = expectations.tagKeys.filter((key) => !keys.includes(key));
  const repeated = keys.filter((key, index) => keys.indexOf(key) !== index);
  const empty = list.filter((tag) => valueAt(tag, 'Value') === undefined || valueAt(tag, 'Value') === '');
  return [
    ...missing.map((key) => `Step ${name} lacks the tag ${key}.`),
    ...repeated.map((key) => `Step ${name} has the tag ${key} twice.`),
    ...empty.map((tag) => `Step ${name} has the tag ${textAt(tag, 'Key')} without a value.`),
  ];
});

import { expressionText } from './expression-text';
import { isRecord, listAt } from './read-json';
import type { Rule } from './rule';

/** S3 URIs, also those of parameters' defaults, begin with a bucket from our list. */
export const buckets: Rule = ({ definition, steps, expectations }) => {
  const ours = expectations.buckets;
  if (ours === undefined) return [];
  const places = [
    ...listAt(definition, 'Parameters')
      .flatMap(urisIn)
      .map((uri) => ({ user: 'A parameter', uri })),
    ...steps.flatMap(({ name, own }) => urisIn(own).map((uri) => ({ user: `Step ${name}`, uri }))),
  ];
  return places
    .filter(({ uri }) => !ours.includes(uri.split('/')[2] ?? ''))
    .map(({ user, uri }) => `${user} uses ${uri}, which lies in no bucket of ours.`);
};

function urisIn(json: unknown): readonly string[] {
  const text = expressionText(json);
  if (text !== undefined) return text.startsWith('s3://') ? [text] : [];
  if (Array.isArray(json)) return json.flatMap(urisIn);
  return isRecord(json) ? Object.values(json).flatMap(urisIn) : [];
}

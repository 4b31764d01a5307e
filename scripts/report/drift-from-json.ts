import * as z from 'zod/mini';
import type { FeatureDrift } from './drift-charts';
import { BadFileError, count, fields, finite, list, parseJson, words } from './parse-json';

const positive = finite.check(z.gte(0, 'expected a number from 0'));
const feature = fields({
  name: words,
  psi: positive,
  limit: positive,
  // JSON writes null for infinity, which is what any drift is of a limit of nothing.
  ratio: z.pipe(
    z.nullable(positive),
    z.transform((ratio) => ratio ?? Number.POSITIVE_INFINITY),
  ),
  edges: z.optional(list(finite)),
  categories: z.optional(list(z.union([z.string(), z.number(), z.boolean()], 'expected a category'))),
  counts: z.optional(fields({ training: list(count), now: list(count) })),
}).check(
  z.refine(
    ({ edges, categories, counts }) => {
      // Values beyond the last edge, or of other categories, and missing ones.
      const bins = ((edges ?? categories)?.length ?? 0) + 2;
      return !counts || (counts.training.length === bins && counts.now.length === bins);
    },
    { error: 'expected two bins more than edges or categories, on both sides', path: ['counts'] },
  ),
);
const features = list(feature);
const version = fields({ inService: z.boolean('expected true or false'), features: z.optional(features) });
const look = fields({ versions: list(version) });

/**
 * Drift by feature: a list of columns, `{ "columns": … }` as the library measures it, or a look of the drift monitor, of
 * which the version in service counts. Throws `BadFileError` that names `source`, the first wrong field and its value.
 */
export function driftFromJson(text: string, source: string): FeatureDrift[] {
  const json = parseJson(text, z.unknown(), source);
  if (Array.isArray(json)) return parseJson(text, features, source);
  if (typeof json === 'object' && json !== null && 'columns' in json)
    return parseJson(text, fields({ columns: features }), source).columns;
  const { versions } = parseJson(text, look, source);
  const inService = versions.find((each) => each.inService);
  if (!inService?.features) throw new BadFileError(`${source}: versions: none in service was judged`);
  return inService.features;
}

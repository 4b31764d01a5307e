import { z } from 'zod';

const missing = z.union([
  z.literal('quarantine', { error: 'say "quarantine" or {"fill": value}' }),
  z.strictObject({ fill: z.union([z.number(), z.string(), z.boolean()]) }),
]);

const described = {
  /** The column's name exactly as it stands in the file. */
  name: z.string().min(1).max(255),
};
const numeric = {
  ...described,
  type: z.enum(['number', 'integer']),
  /** Smallest and largest possible value; anything else is quarantined. */
  range: z.tuple([z.number(), z.number()]),
  missing,
};
const category = {
  ...described,
  type: z.literal('category'),
  /** The allowed values; anything else is quarantined. */
  values: z.array(z.string().min(1)).min(2).max(50),
  /** The values stand in an order that means something: one feature 0, 1, 2, … instead of one per value. */
  ordered: z.boolean().optional(),
  missing,
};
const dated = { ...described, type: z.literal('date'), missing: z.literal('quarantine') };
const flag = { ...described, type: z.literal('boolean'), missing };

const column = z.union([
  z.strictObject({ ...described, role: z.literal('record-id'), type: z.literal('string') }),
  z.strictObject({ ...described, role: z.literal('event-time'), type: z.literal('timestamp') }),
  z.strictObject({ ...described, role: z.literal('personal'), type: z.literal('string') }),
  z.strictObject({ ...described, role: z.literal('ignored'), type: z.string() }),
  z.strictObject({
    ...described,
    role: z.literal('target'),
    type: z.literal('category'),
    values: z.tuple([z.string().min(1), z.string().min(1)]),
  }),
  z.strictObject({ ...numeric, role: z.enum(['feature', 'facet']) }),
  z.strictObject({ ...category, role: z.enum(['feature', 'facet']) }),
  z.strictObject({ ...flag, role: z.literal('feature') }),
  z.strictObject({ ...dated, role: z.literal('feature') }),
]);

const facet = z.union([
  z.strictObject({ name: z.string().min(1), column: z.string(), below: z.number() }),
  z.strictObject({ name: z.string().min(1), column: z.string(), above: z.number() }),
  z.strictObject({ name: z.string().min(1), column: z.string(), equals: z.array(z.string()).min(1) }),
]);

const businessGoal = z.strictObject({
  /** What the gate compares; higher is better. */
  metric: z.literal('rocAuc', { error: 'only rocAuc is built' }),
  minimum: z.number().gt(0.5).lt(1),
  currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as USD'),
  /** What one record of each outcome is worth, in currency units; a cost is negative. */
  outcomeValues: z.strictObject({
    truePositive: z.number(),
    falsePositive: z.number(),
    trueNegative: z.number(),
    falseNegative: z.number(),
  }),
  /** Largest difference in the share of positive decisions between a facet's group and the rest, 0 to 1. */
  maximumDisparity: z.number().min(0).max(1),
});

/** What a person writes about a table, in `description.json`; everything else follows from it (design: one description). */
export const datasetDescription = z.strictObject({
  name: z.string().regex(/^[a-z](-?[a-z0-9]){0,29}$/, 'lower-case letters, digits and single hyphens, at most 30'),
  title: z.string().min(1).max(200),
  problemType: z.literal('binary-classification', { error: 'only binary-classification is built' }),
  recordId: z.union([z.strictObject({ column: z.string() }), z.strictObject({ by: z.literal('row') })]),
  eventTime: z.union([z.strictObject({ column: z.string() }), z.strictObject({ by: z.literal('arrival') })]),
  columns: z.array(column).min(2).max(1000),
  /** The target's value that the model looks for. */
  positive: z.string(),
  facets: z.array(facet),
  businessGoal,
  /** Share of a delivery's rows that may be quarantined before the run stops, 0 to 1. */
  maximumQuarantinedShare: z.number().min(0).max(1),
  /** How the sample generator makes the columns; only made tables have it, and only the generator reads it. */
  sample: z.unknown().optional(),
});

export type DatasetDescription = z.infer<typeof datasetDescription>;
export type DescribedColumn = DatasetDescription['columns'][number];

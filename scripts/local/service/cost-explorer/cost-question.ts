import { z } from 'zod';

const text = z.string().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const dimension = z.enum(['SERVICE', 'RECORD_TYPE']);

export type Filter =
  | { readonly And: readonly Filter[] }
  | { readonly Not: Filter }
  | {
      readonly Tags: {
        readonly Key: string;
        readonly Values?: readonly string[];
        readonly MatchOptions?: readonly string[];
      };
    }
  | { readonly Dimensions: { readonly Key: 'SERVICE' | 'RECORD_TYPE'; readonly Values: readonly string[] } };

// Exactly one operator, as the API wants it: several at one level are refused.
const filter: z.ZodType<Filter> = z.lazy(() =>
  z.union([
    z.strictObject({ And: z.array(filter).min(2) }),
    z.strictObject({ Not: filter }),
    z.strictObject({
      Tags: z.strictObject({
        Key: text,
        Values: z.array(z.string()).min(1).optional(),
        MatchOptions: z.array(z.enum(['EQUALS', 'ABSENT', 'CASE_SENSITIVE'])).optional(),
      }),
    }),
    z.strictObject({ Dimensions: z.strictObject({ Key: dimension, Values: z.array(text).min(1) }) }),
  ]),
);

const grouping = z.union([
  z.strictObject({ Type: z.literal('TAG'), Key: text }),
  z.strictObject({ Type: z.literal('DIMENSION'), Key: dimension }),
]);
export type Grouping = z.infer<typeof grouping>;

/** GetCostAndUsage, as far as it is answered here. */
export const costQuestion = z.strictObject({
  TimePeriod: z.strictObject({ Start: day, End: day }),
  Granularity: z.enum(['DAILY', 'MONTHLY']),
  Metrics: z.array(z.literal('UnblendedCost')).min(1),
  Filter: filter.optional(),
  GroupBy: z.array(grouping).max(2).default([]),
  BillingViewArn: z
    .string()
    .regex(/^arn:aws:billing::\d{12}:billingview\/primary$/)
    .optional(),
  NextPageToken: text.optional(),
});
export type CostQuestion = z.infer<typeof costQuestion>;

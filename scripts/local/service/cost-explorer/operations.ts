import { z } from 'zod';
import type { Operation } from '../operations';
import type { CostExplorer } from './cost-explorer';
import { costQuestion } from './cost-question';

const TARGET = 'AWSInsightsIndexService';
const status = z.enum(['Active', 'Inactive']);
const key = z.string().min(1);

function operation<Input extends z.ZodType>(
  name: string,
  input: Input,
  answer: (input: z.infer<Input>, costs: CostExplorer) => object,
): Operation {
  const handle = (parsed: z.infer<Input>, { costs }: { readonly costs: CostExplorer }) => answer(parsed, costs);
  return { name: `${TARGET}.${name}`, input, handle };
}

/** What runs of Cost Explorer here. */
export const COST_OPERATIONS: readonly Operation[] = [
  operation('GetCostAndUsage', costQuestion, (input, costs) => costs.costAndUsage(input)),
  operation(
    'ListCostAllocationTags',
    z.strictObject({
      TagKeys: z.array(key).min(1).max(100).optional(),
      Status: status.optional(),
      Type: z.literal('UserDefined').optional(),
      MaxResults: z.int().min(1).max(1000).optional(),
    }),
    (input, costs) => costs.tags(input),
  ),
  operation(
    'UpdateCostAllocationTagsStatus',
    z.strictObject({
      CostAllocationTagsStatus: z
        .array(z.strictObject({ TagKey: key, Status: status }))
        .min(1)
        .max(20),
    }),
    (input, costs) => costs.activate(input.CostAllocationTagsStatus),
  ),
];

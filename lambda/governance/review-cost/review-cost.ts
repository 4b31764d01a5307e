import type { CostExplorerClient } from '@aws-sdk/client-cost-explorer';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Goal, Target } from '../../model-monitoring/measure-quality/goal';
import { countUse, type Logs } from './count-use';
import { MeteredCostExplorer } from './metered-cost-explorer';
import type { Period } from './period';
import { type CostQuestion, readCosts } from './read-costs';
import { type CostReview, review } from './review';

export interface Clients {
  readonly costExplorer: CostExplorerClient;
  readonly s3: S3Client;
}

/** Where the bill and the logs are found. */
export type Sources = Omit<CostQuestion, 'period'> & Omit<Logs, 's3'>;

/** Reviews one period: what it cost, what was done for it, what that was worth. Changes nothing. */
export async function reviewCost(
  period: Period,
  { costExplorer, s3 }: Clients,
  sources: Sources,
  { businessGoal, target }: { readonly businessGoal: Goal; readonly target: Target },
): Promise<CostReview> {
  // The logs first: they cost nothing to ask, and a broken one should not cost the requests.
  const use = await countUse(period, { ...sources, s3 }, target);
  const costs = await readCosts(new MeteredCostExplorer(costExplorer), { ...sources, period });
  return review(period, costs, use, businessGoal);
}

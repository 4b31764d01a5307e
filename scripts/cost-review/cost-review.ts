import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { CostReview } from '../../lambda/governance/review-cost/review';
import { type Clients, reviewCost } from '../../lambda/governance/review-cost/review-cost';
import { reviewJson } from '../../lambda/governance/review-cost/review-json';
import { fixedName } from '../../lib/config/stacks';
import { deployedSources } from './deployed-sources';
import type { ReviewOptions } from './review-options';
import { reviewTable } from './review-table';

export interface Reviewing {
  readonly clients: Clients & { readonly cloudFormation: CloudFormationClient; readonly lambda: LambdaClient };
  /** Makes a page of a review. */
  readonly draw: (title: string, review: CostReview) => string;
  readonly say: (text: string) => void;
  readonly write: (file: string, content: string) => void;
}

/** Reviews one period by hand: says it as a table or as JSON, and writes a page if one is wanted. Keeps nothing in AWS. */
export async function costReview(options: ReviewOptions, { clients, draw, say, write }: Reviewing): Promise<void> {
  const { period, config, dataset } = options;
  const sources = await deployedSources(config, clients);
  const review = await reviewCost(period, clients, sources, dataset);
  const title = `What ${fixedName(config)} cost and earned, ${period.from} to ${period.to}`;
  say(options.json ? reviewJson(review) : reviewTable(title, review));
  if (options.page === undefined) return;
  write(options.page, draw(title, review));
  // Not among JSON that somebody reads by machine.
  if (!options.json) say(`page: ${options.page}`);
}

import * as z from 'zod/mini';
import type { Environment } from './environment';
import type { Sources } from './review-cost';

const tags = z.record(z.string(), z.string());

/** Where a deployed review finds the bill and the logs. Throws on tags that are no JSON of texts. */
export function sourcesOf(environment: Environment): Sources {
  return {
    costTags: z.parse(tags, JSON.parse(environment.COST_TAGS)),
    phaseTag: environment.PHASE_TAG,
    billingView: environment.BILLING_VIEW,
    predictionsUri: environment.PREDICTIONS_URI,
    outcomesUri: environment.OUTCOMES_URI,
  };
}

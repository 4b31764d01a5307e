export const ENVIRONMENT = [
  /** JSON of the tags that a cost of this lifecycle carries: key to value. */
  'COST_TAGS',
  /** Key of the tag whose value is the phase. */
  'PHASE_TAG',
  /** ARN of the billing view that is asked. */
  'BILLING_VIEW',
  /** `s3://bucket/prefix` of the prediction log, without slash at its end. */
  'PREDICTIONS_URI',
  /** The outcomes log, in the same form. */
  'OUTCOMES_URI',
  /** Where reviews go, `<from>_<to>.json` each, in the same form. */
  'REVIEWS_URI',
  'SIGNAL_NAMESPACE',
] as const;
/** What the construct must set for this handler. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

/** CloudWatch metrics of the last full week, in currency units; one that is undefined is not published. */
export const DEVELOPMENT_COST = 'DevelopmentCost';
export const RUNNING_COST = 'RunningCost';
/** Of all phases together. */
export const PROJECT_COST = 'ProjectCost';
export const COST_PER_PREDICTION = 'CostPerPrediction';
export const COST_PER_USER = 'CostPerUser';
export const VALUE_EARNED = 'ValueEarned';
/** Net benefit for each currency unit spent. */
export const RETURN_ON_INVESTMENT = 'ReturnOnInvestment';
/** Requests to Cost Explorer, of which each costs money. */
export const COST_EXPLORER_REQUESTS = 'CostExplorerRequests';

import type { MetricDatum } from '@aws-sdk/client-cloudwatch';
import type { Money } from '../../../lib/metrics';
import {
  COST_EXPLORER_REQUESTS,
  COST_PER_PREDICTION,
  COST_PER_USER,
  DEVELOPMENT_COST,
  PROJECT_COST,
  RETURN_ON_INVESTMENT,
  RUNNING_COST,
  VALUE_EARNED,
} from './environment';
import type { CostReview } from './review';

const MICROS = 1e6;

/** A review as CloudWatch takes it, in currency units, which CloudWatch has no unit for; what is undefined is left out. */
export function reviewSignals(review: CostReview): MetricDatum[] {
  const { byKind, total, costPerPrediction, costPerUser, earned, returnOnInvestment, costExplorer } = review;
  const values: Readonly<Record<string, number | null>> = {
    [DEVELOPMENT_COST]: units(byKind.development),
    [RUNNING_COST]: units(byKind.running),
    [PROJECT_COST]: units(total),
    // Not the rounded ones: a single prediction is often cheaper than a micro-unit.
    [COST_PER_PREDICTION]: costPerPrediction.value === null ? null : costPerPrediction.micros / MICROS,
    [COST_PER_USER]: costPerUser.value === null ? null : costPerUser.micros / MICROS,
    [VALUE_EARNED]: earned.value === null ? null : units(earned.value.value),
    [RETURN_ON_INVESTMENT]: returnOnInvestment.value,
  };
  const defined = Object.entries(values).flatMap(([MetricName, Value]) =>
    Value === null ? [] : [{ MetricName, Value, Unit: 'None' as const }],
  );
  return [...defined, { MetricName: COST_EXPLORER_REQUESTS, Value: costExplorer.requests, Unit: 'Count' }];
}

function units({ micros }: Money): number {
  return Number(micros) / MICROS;
}

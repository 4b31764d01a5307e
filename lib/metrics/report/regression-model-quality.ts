import type { MetricValue } from '../shared/metric-value';
import { type QualityScalar, qualityScalar } from './quality-scalar';

type Name = 'mae' | 'mse' | 'rmse' | 'r2';

export interface RegressionModelQuality {
  readonly regression_metrics: Readonly<Record<Name, QualityScalar>>;
}

/**
 * Errors of a regression as SageMaker Studio draws them beside a model version, an undefined one as the text "NaN". Layout:
 * SageMaker Developer Guide, "Model quality metrics", regression.
 */
export function regressionModelQuality({
  mae,
  mse,
  rmse,
  r2,
}: Readonly<Record<Name, MetricValue>>): RegressionModelQuality {
  return {
    regression_metrics: {
      mae: qualityScalar(mae),
      mse: qualityScalar(mse),
      rmse: qualityScalar(rmse),
      r2: qualityScalar(r2),
    },
  };
}

import type { DescribeModelPackageCommandOutput } from '@aws-sdk/client-sagemaker';
import type { EvaluationReport } from '../../lambda/training/evaluate-model/report';
import type { Lifecycle } from './lifecycle';

/** Mean absolute contribution of one feature to the score, and its share of all. */
interface FeatureImportance {
  readonly feature: string;
  readonly meanAbsoluteShap: number;
  readonly share: number;
}

/** What a version brings along to convince whoever approves it. */
export interface Evidence {
  readonly versionArn: string;
  readonly report: EvaluationReport;
  readonly explanation: { readonly features: readonly FeatureImportance[] };
  readonly disparity: { readonly disparity: number | null; readonly reason: string };
}

/** Reads a version's own evidence from where the registry says it is. */
export async function collectEvidence(
  lifecycle: Lifecycle,
  version: DescribeModelPackageCommandOutput,
): Promise<Evidence> {
  const { ModelMetrics, CustomerMetadataProperties, ModelPackageArn = '' } = version;
  const json = async (uri = '') => JSON.parse(await lifecycle.read(uri));
  const biasReport = ModelMetrics?.Bias?.Report?.S3Uri ?? '';
  return {
    versionArn: ModelPackageArn,
    report: await json(CustomerMetadataProperties?.evaluation),
    explanation: await json(ModelMetrics?.Explainability?.Report?.S3Uri),
    disparity: await json(biasReport.replace(/[^/]+$/, 'gate.json')),
  };
}

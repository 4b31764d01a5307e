import type { Text } from '../expression';
import { API_RETRIES, type RetryPolicy } from '../retry-policies';

/** A JSON report in S3. */
interface MetricsSource {
  readonly ContentType: 'application/json';
  readonly S3Uri: Text;
}

export interface RegisterModelStepProps {
  readonly name: string;
  readonly modelPackageGroupName: string;
  readonly image: string;
  readonly modelDataUri: Text;
  readonly inferenceInstanceTypes: readonly string[];
  readonly transformInstanceTypes: readonly string[];
  readonly modelQualityUri: Text;
  readonly biasReportUri: Text;
  readonly explanationUri: Text;
  readonly baselineStatisticsUri: Text;
  readonly baselineConstraintsUri: Text;
  /** At most 50 entries of 1–256 characters. */
  readonly metadata: Readonly<Record<string, Text>>;
}

/** A new version in the model package group. */
export interface RegisterModelStep {
  readonly Name: string;
  readonly Type: 'RegisterModel';
  readonly RetryPolicies: readonly RetryPolicy[];
  readonly Arguments: {
    readonly ModelPackageGroupName: string;
    readonly ModelApprovalStatus: 'PendingManualApproval';
    readonly InferenceSpecification: {
      readonly Containers: readonly [{ readonly Image: string; readonly ModelDataUrl: Text }];
      readonly SupportedContentTypes: readonly ['text/csv'];
      readonly SupportedResponseMIMETypes: readonly ['text/csv'];
      readonly SupportedRealtimeInferenceInstanceTypes: readonly string[];
      readonly SupportedTransformInstanceTypes: readonly string[];
    };
    readonly ModelMetrics: {
      readonly ModelQuality: { readonly Statistics: MetricsSource };
      readonly ModelDataQuality: { readonly Statistics: MetricsSource; readonly Constraints: MetricsSource };
      readonly Bias: { readonly Report: MetricsSource };
      readonly Explainability: { readonly Report: MetricsSource };
    };
    readonly DriftCheckBaselines: {
      readonly ModelDataQuality: { readonly Statistics: MetricsSource; readonly Constraints: MetricsSource };
    };
    readonly CustomerMetadataProperties: Readonly<Record<string, Text>>;
  };
}

/**
 * Registers a version that waits for a person's approval.
 * No tags: the service refuses them beside a group, whose own tags count. No baseline but that of the data: the other
 * kinds want constraint files, and a report is none.
 */
export function registerModelStep(props: RegisterModelStepProps): RegisterModelStep {
  const dataBaseline = {
    Statistics: json(props.baselineStatisticsUri),
    Constraints: json(props.baselineConstraintsUri),
  };
  return {
    Name: props.name,
    Type: 'RegisterModel',
    RetryPolicies: API_RETRIES,
    Arguments: {
      ModelPackageGroupName: props.modelPackageGroupName,
      ModelApprovalStatus: 'PendingManualApproval',
      InferenceSpecification: {
        Containers: [{ Image: props.image, ModelDataUrl: props.modelDataUri }],
        SupportedContentTypes: ['text/csv'],
        SupportedResponseMIMETypes: ['text/csv'],
        SupportedRealtimeInferenceInstanceTypes: props.inferenceInstanceTypes,
        SupportedTransformInstanceTypes: props.transformInstanceTypes,
      },
      ModelMetrics: {
        ModelQuality: { Statistics: json(props.modelQualityUri) },
        ModelDataQuality: dataBaseline,
        Bias: { Report: json(props.biasReportUri) },
        Explainability: { Report: json(props.explanationUri) },
      },
      DriftCheckBaselines: { ModelDataQuality: dataBaseline },
      CustomerMetadataProperties: props.metadata,
    },
  };
}

function json(uri: Text): MetricsSource {
  return { ContentType: 'application/json', S3Uri: uri };
}

import { conditionStep, equals } from '../../../../../lib/training/pipeline-definition/step-kinds/condition-step';
import { failStep } from '../../../../../lib/training/pipeline-definition/step-kinds/fail-step';
import { registerModelStep } from '../../../../../lib/training/pipeline-definition/step-kinds/register-model-step';

const json = (uri: string) => ({ ContentType: 'application/json', S3Uri: uri });

test('a condition runs one of two branches', () => {
  const [yes, no] = [failStep('Yes', 'yes'), failStep('No', 'no')];

  expect(conditionStep({ name: 'Fork', conditions: [equals('a', 'b')], ifSteps: [yes], elseSteps: [no] })).toEqual({
    Name: 'Fork',
    Type: 'Condition',
    Arguments: {
      Conditions: [{ Type: 'Equals', LeftValue: 'a', RightValue: 'b' }],
      IfSteps: [{ Name: 'Yes', Type: 'Fail', Arguments: { ErrorMessage: 'yes' } }],
      ElseSteps: [{ Name: 'No', Type: 'Fail', Arguments: { ErrorMessage: 'no' } }],
    },
  });
});

test('a version is registered pending approval, with its reports, the data’s baseline and no tags', () => {
  const step = registerModelStep({
    name: 'Register',
    modelPackageGroupName: 'group',
    image: 'image',
    modelDataUri: 's3://models/model.tar.gz',
    inferenceInstanceTypes: ['ml.c5.large'],
    transformInstanceTypes: ['ml.m5.large'],
    modelQualityUri: 's3://models/quality',
    biasReportUri: 's3://models/bias',
    explanationUri: 's3://models/explanation',
    baselineStatisticsUri: 's3://models/statistics',
    baselineConstraintsUri: 's3://models/constraints',
    metadata: { cause: 'drift' },
  });

  const dataBaseline = { Statistics: json('s3://models/statistics'), Constraints: json('s3://models/constraints') };
  expect(step).toEqual({
    Name: 'Register',
    Type: 'RegisterModel',
    RetryPolicies: [
      { ExceptionType: ['Step.SERVICE_FAULT', 'Step.THROTTLING'], IntervalSeconds: 5, BackoffRate: 2, MaxAttempts: 5 },
    ],
    Arguments: {
      ModelPackageGroupName: 'group',
      ModelApprovalStatus: 'PendingManualApproval',
      InferenceSpecification: {
        Containers: [{ Image: 'image', ModelDataUrl: 's3://models/model.tar.gz' }],
        SupportedContentTypes: ['text/csv'],
        SupportedResponseMIMETypes: ['text/csv'],
        SupportedRealtimeInferenceInstanceTypes: ['ml.c5.large'],
        SupportedTransformInstanceTypes: ['ml.m5.large'],
      },
      ModelMetrics: {
        ModelQuality: { Statistics: json('s3://models/quality') },
        ModelDataQuality: dataBaseline,
        Bias: { Report: json('s3://models/bias') },
        Explainability: { Report: json('s3://models/explanation') },
      },
      DriftCheckBaselines: { ModelDataQuality: dataBaseline },
      CustomerMetadataProperties: { cause: 'drift' },
    },
  });
});

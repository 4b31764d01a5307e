import { asText, join, type Text } from '../expression';
import { CAUSE, DATASETS_HASH, DATASETS_URI } from '../run-parameters';
import { outputParameter } from '../step-kinds/lambda-step';
import { outputFile, outputUri } from '../step-kinds/processing-step';
import { type RegisterModelStep, registerModelStep } from '../step-kinds/register-model-step';
import type { TrainingPipelineInputs } from '../training-pipeline-inputs';
import type { Assessment } from './assess';
import { type Evaluation, evaluationFolder } from './evaluate';

export interface Registration {
  readonly modelDataUri: Text;
  readonly evaluation: Evaluation;
  readonly assessment: Assessment;
}

/**
 * Puts the candidate into the registry with its reports, its threshold, the names of its data and code, and what those
 * need who take it into service (hash of the archive, smoke test) and watch it (the monitors' baselines).
 */
export function register(inputs: TrainingPipelineInputs, candidate: Registration): RegisterModelStep {
  const { evaluation, assessment, modelDataUri } = candidate;
  return registerModelStep({
    name: 'Register',
    modelPackageGroupName: inputs.modelPackageGroupName,
    image: inputs.image,
    modelDataUri,
    inferenceInstanceTypes: [inputs.inferenceInstanceType],
    transformInstanceTypes: [inputs.transformInstanceType],
    modelQualityUri: join('/', [evaluationFolder(inputs), 'model-quality.json']),
    biasReportUri: outputFile(assessment, 'bias', 'bias.json'),
    explanationUri: outputFile(assessment, 'explanation', 'explanation.json'),
    baselineStatisticsUri: outputFile(assessment, 'baseline', 'statistics.json'),
    baselineConstraintsUri: outputFile(assessment, 'baseline', 'constraints.json'),
    metadata: {
      threshold: asText(outputParameter(evaluation, 'threshold')),
      rocAuc: asText(outputParameter(evaluation, 'rocAuc')),
      linearRocAuc: asText(outputParameter(evaluation, 'linearRocAuc')),
      netValue: asText(outputParameter(evaluation, 'netValue')),
      datasetsUri: DATASETS_URI,
      datasetsHash: DATASETS_HASH,
      codeHash: inputs.codeHash,
      artifactHash: outputParameter(evaluation, 'artifactHash'),
      cause: CAUSE,
      evaluation: join('/', [evaluationFolder(inputs), 'report.json']),
      smokeTest: join('/', [evaluationFolder(inputs), 'smoke-test.json']),
      monitoring: outputUri(assessment, 'baseline'),
    },
  });
}

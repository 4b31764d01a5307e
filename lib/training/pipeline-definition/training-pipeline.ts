import type { PipelineDefinition } from './pipeline-definition';
import { runParameters } from './run-parameters';
import { modelArtifact } from './step-kinds/training-step';
import { bestModelArtifact } from './step-kinds/tuning-step';
import { assess } from './steps/assess';
import { createModel } from './steps/create-model';
import { evaluate } from './steps/evaluate';
import { gate } from './steps/gate';
import { refuse } from './steps/refuse';
import { register } from './steps/register';
import { KEEP, score } from './steps/score';
import { trainLinear } from './steps/train-linear';
import { tuneTrees } from './steps/tune-trees';
import type { TrainingPipelineInputs } from './training-pipeline-inputs';

/**
 * From datasets to a model version that waits for approval, or to a reason why there is none.
 *
 * 1. TrainLinear: the simplest model, as the yardstick.
 * 2. TuneTrees: the best of several boosted trees.
 * 3. CreateLinearModel, 4. CreateModel: both as models that batch transform can run.
 * 5. ScoreLinear, 6. ScoreValidation, 7. ScoreTest: scores of the yardstick and of the candidate.
 * 8. Evaluate: threshold, metrics and money; is the business goal met?
 * 9. Assess: explanation, bias at that threshold, baseline for the monitors.
 * 10. Gate: both verdicts.
 *     - Register: a version pending approval, with all its evidence; or
 *     - Refuse: the run fails with the reasons in words.
 *
 * Steps run as soon as what they refer to is there. There are no experiment entities: the version carries its evidence
 * itself, and they would ask for more permissions and for deleting.
 */
export function trainingPipeline(inputs: TrainingPipelineInputs): PipelineDefinition {
  const linear = trainLinear(inputs);
  const trees = tuneTrees(inputs);
  const linearModel = createModel(inputs, 'CreateLinearModel', modelArtifact(linear));
  const modelDataUri = bestModelArtifact(trees);
  const model = createModel(inputs, 'CreateModel', modelDataUri);

  const linearTestScores = score(inputs, 'ScoreLinear', {
    model: linearModel,
    split: 'test',
    keep: KEEP.labelAndScore,
  });
  const validationScores = score(inputs, 'ScoreValidation', { model, split: 'validation', keep: KEEP.all });
  const testScores = score(inputs, 'ScoreTest', { model, split: 'test', keep: KEEP.all });

  const evaluation = evaluate(inputs, { modelDataUri, linearTestScores, validationScores, testScores });
  const assessment = assess(inputs, { modelDataUri, validationScores, testScores, evaluation });
  const passed = register(inputs, { modelDataUri, evaluation, assessment });
  const refused = refuse(evaluation, assessment);
  const verdict = gate({ evaluation, assessment, passed, refused });

  return {
    Version: '2020-12-01',
    Metadata: {},
    Parameters: runParameters(inputs),
    PipelineExperimentConfig: null,
    Steps: [
      linear,
      trees,
      linearModel,
      model,
      linearTestScores,
      validationScores,
      testScores,
      evaluation,
      assessment,
      verdict,
    ],
  };
}

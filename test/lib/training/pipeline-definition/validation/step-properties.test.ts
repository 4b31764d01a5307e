import { problemsAfter, set } from '../edited-definition';

/** What is said when the report of a version lies at `path`. */
function problemsOfReference(path: string): readonly string[] {
  return problemsAfter(set('Register/Arguments/ModelMetrics/Bias/Report/S3Uri', { Get: path }));
}

test.each([
  'Steps.TrainLinear.TrainingJobName',
  'Steps.TrainLinear.OutputDataConfig.S3OutputPath',
  "Steps.TrainLinear.FinalMetricDataList['objective:auc'].Value",
  'Steps.TuneTrees.HyperParameterTuningJobName',
  'Steps.TuneTrees.BestTrainingJob.FinalHyperParameterTuningJobObjectiveMetric.Value',
  'Steps.TuneTrees.TrainingJobSummaries[0].TrainingJobName',
  'Steps.TuneTrees.TrainingJobSummaries[49].TrainingJobName',
  'Steps.ScoreTest.TransformJobArn',
  'Steps.Assess.ExitMessage',
  "Steps.Assess.ProcessingInputs['facets'].S3Input.S3Uri",
  'Steps.Assess.ProcessingOutputConfig.Outputs[2].S3Output.S3Uri',
  'Steps.Gate.Outcome',
  'Execution.PipelineExecutionArn',
])('%s can be referred to', (path) => {
  expect(problemsOfReference(path)).toEqual([]);
});

test.each([
  ['TrainLinear', 'ModelArtifacts.S3ModelArtefacts', 'Training'],
  ['TuneTrees', 'TrainingJobSummaries[50].TrainingJobName', 'Tuning'],
  ['TuneTrees', 'ModelArtifacts.S3ModelArtifacts', 'Tuning'],
  ['ScoreTest', 'TransformOutput', 'Transform'],
  ['Assess', "ProcessingOutputConfig.Outputs['bias']", 'Processing'],
  ['Evaluate', 'OutputParameters.reason', 'Lambda'],
  ['Gate', 'Result', 'Condition'],
])('Steps.%s.%s cannot, since no step of type %s has it', (step, property, type) => {
  expect(problemsOfReference(`Steps.${step}.${property}`)).toEqual([
    `Step Register refers to Steps.${step}.${property}, but a step of type ${type} has no such property.`,
  ]);
});

test('an input that is referred to is declared by its step', () => {
  const path = "Steps.Assess.ProcessingInputs['groups'].S3Input.S3Uri";

  expect(problemsOfReference(path)).toEqual([
    `Step Register refers to ${path}, but step Assess declares no input groups.`,
  ]);
});

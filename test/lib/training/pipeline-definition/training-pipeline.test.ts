import { trainingPipeline } from '../../../../lib/training/pipeline-definition/training-pipeline';
import { validatePipelineDefinition } from '../../../../lib/training/pipeline-definition/validate-pipeline-definition';
import { expressionText } from '../../../../lib/training/pipeline-definition/validation/expression-text';
import { EXAMPLE_EXPECTATIONS, EXAMPLE_INPUTS } from './example-inputs';

const BEST_ARCHIVE =
  's3://example-models/runs/{Execution.PipelineExecutionId}/TuneTrees/{Steps.TuneTrees.BestTrainingJob.TrainingJobName}/output/model.tar.gz';

const definition = trainingPipeline(EXAMPLE_INPUTS);

/** The arguments of a step, nested ones too, with every expression as readable text. */
function argumentsOf(name: string) {
  const condition = definition.Steps.find((step) => step.Type === 'Condition');
  const nested = condition === undefined ? [] : [...condition.Arguments.IfSteps, ...condition.Arguments.ElseSteps];
  const step = [...definition.Steps, ...nested].find((candidate) => candidate.Name === name);
  return JSON.parse(JSON.stringify(step?.Arguments), (_key, value) => expressionText(value) ?? value);
}

test('the definition breaks no rule', () => {
  expect(validatePipelineDefinition(definition, EXAMPLE_EXPECTATIONS)).toEqual([]);
});

test('inputs that are tokens pass through unread', () => {
  const tokens = Object.fromEntries(
    Object.entries(EXAMPLE_INPUTS).map(([key, value]) => [
      key,
      typeof value === 'string' ? `\${Token[${key}.1]}` : value,
    ]),
  ) as unknown as typeof EXAMPLE_INPUTS;
  const text = JSON.stringify(trainingPipeline(tokens));

  const strings = Object.entries(EXAMPLE_INPUTS).flatMap(([key, value]) => (typeof value === 'string' ? [key] : []));
  expect(strings.filter((key) => !text.includes(`\${Token[${key}.1]}`))).toEqual([]);
});

test('the same inputs make the same definition', () => {
  expect(JSON.stringify(trainingPipeline(EXAMPLE_INPUTS))).toBe(JSON.stringify(definition));
});

test('the steps tell the story in order', () => {
  expect(definition.Steps.map(({ Name, Type }) => `${Name}: ${Type}`)).toEqual([
    'TrainLinear: Training',
    'TuneTrees: Tuning',
    'CreateLinearModel: Model',
    'CreateModel: Model',
    'ScoreLinear: Transform',
    'ScoreValidation: Transform',
    'ScoreTest: Transform',
    'Evaluate: Lambda',
    'Assess: Processing',
    'Gate: Condition',
  ]);
});

test('a run that names nothing has defaults, and makes no experiment entities', () => {
  expect(definition.Parameters.map(({ Name, DefaultValue }) => [Name, DefaultValue])).toEqual([
    ['DatasetsUri', 's3://example-datasets/datasets/example/none'],
    ['DatasetsHash', 'unknown'],
    ['Cause', 'by-hand'],
  ]);
  expect(definition.PipelineExperimentConfig).toBeNull();
});

test('both trainings run the same script from the code channel on the same data', () => {
  const linear = argumentsOf('TrainLinear');
  const trees = argumentsOf('TuneTrees').TrainingJobDefinition;

  const settings = {
    sagemaker_program: 'train.py',
    sagemaker_submit_directory: '/opt/ml/input/data/code/c0de.tar.gz',
  };
  expect(linear.HyperParameters).toEqual({ ...settings, booster: 'gblinear', num_round: '50' });
  expect(trees.StaticHyperParameters).toMatchObject({ ...settings, booster: 'gbtree' });
  expect(trees.InputDataConfig).toEqual(linear.InputDataConfig);
  const channels = linear.InputDataConfig as { ChannelName: string; DataSource: { S3DataSource: { S3Uri: string } } }[];
  expect(channels.map(({ ChannelName, DataSource }) => [ChannelName, DataSource.S3DataSource.S3Uri])).toEqual([
    ['train', '{Parameters.DatasetsUri}/train/'],
    ['validation', '{Parameters.DatasetsUri}/validation/'],
    ['code', 's3://example-assets/c0de.tar.gz'],
  ]);
});

test('the tuner maximises the number that the script prints last', () => {
  const { HyperParameterTuningJobConfig: config, TrainingJobDefinition: job } = argumentsOf('TuneTrees');

  expect(config.HyperParameterTuningJobObjective).toEqual({ Type: 'Maximize', MetricName: 'objective:auc' });
  const [{ Name, Regex }] = job.AlgorithmSpecification.MetricDefinitions;
  expect(Name).toBe('objective:auc');
  expect(new RegExp(Regex).exec('[7] validation-auc:0.91\nobjective:auc=0.873214;')?.[1]).toBe('0.873214');
  expect(config.ResourceLimits).toEqual({ MaxNumberOfTrainingJobs: 4, MaxParallelTrainingJobs: 2 });
});

test('the candidate is the best job of the search, the yardstick the linear job', () => {
  expect(argumentsOf('CreateModel').PrimaryContainer).toEqual({
    Image: EXAMPLE_INPUTS.image,
    ModelDataUrl: BEST_ARCHIVE,
  });
  expect(argumentsOf('CreateLinearModel').PrimaryContainer).toEqual({
    Image: EXAMPLE_INPUTS.image,
    ModelDataUrl: '{Steps.TrainLinear.ModelArtifacts.S3ModelArtifacts}',
  });
});

test.each([
  ['ScoreLinear', 'CreateLinearModel', 'test', '$[0,-1]'],
  ['ScoreValidation', 'CreateModel', 'validation', '$'],
  ['ScoreTest', 'CreateModel', 'test', '$'],
])('%s scores with %s the %s data without its label', (name, model, split, outputFilter) => {
  const { ModelName, TransformInput, TransformOutput, DataProcessing } = argumentsOf(name);

  expect(ModelName).toBe(`{Steps.${model}.ModelName}`);
  expect(TransformInput.DataSource.S3DataSource.S3Uri).toBe(`{Parameters.DatasetsUri}/${split}/${split}.csv`);
  expect(TransformOutput.S3OutputPath).toBe(`s3://example-models/runs/{Execution.PipelineExecutionId}/${name}`);
  expect(DataProcessing).toEqual({ InputFilter: '$[1:]', JoinSource: 'Input', OutputFilter: outputFilter });
});

test('the evaluation gets every score, the archive that they come from and a folder of this run', () => {
  expect(argumentsOf('Evaluate')).toEqual({
    validationScores: '{Steps.ScoreValidation.TransformOutput.S3OutputPath}',
    testScores: '{Steps.ScoreTest.TransformOutput.S3OutputPath}',
    linearTestScores: '{Steps.ScoreLinear.TransformOutput.S3OutputPath}',
    modelData: BEST_ARCHIVE,
    output: 's3://example-models/runs/{Execution.PipelineExecutionId}/Evaluate',
  });
});

test('the assessment runs its archive on the candidate, the scores, the facets and the threshold', () => {
  const { AppSpecification, ProcessingInputs } = argumentsOf('Assess');
  const input = '/opt/ml/processing/input';
  const output = '/opt/ml/processing/output';

  expect(AppSpecification.ContainerEntrypoint).toEqual(['python3', `${input}/code/a55e55.zip`]);
  expect(AppSpecification.ContainerArguments.join(' ')).toBe(
    `--model ${input}/model --test-scores ${input}/test-scores --validation-scores ${input}/validation-scores ` +
      `--facets ${input}/facets --dataset ${input}/dataset ` +
      `--threshold {Steps.Evaluate.OutputParameters['threshold']} ` +
      `--explanation ${output}/explanation --bias ${output}/bias --baseline ${output}/baseline`,
  );
  const inputs = ProcessingInputs as { InputName: string; S3Input: { S3Uri: string } }[];
  expect(Object.fromEntries(inputs.map(({ InputName, S3Input }) => [InputName, S3Input.S3Uri]))).toEqual({
    code: 's3://example-assets/a55e55.zip',
    model: BEST_ARCHIVE,
    'test-scores': '{Steps.ScoreTest.TransformOutput.S3OutputPath}',
    'validation-scores': '{Steps.ScoreValidation.TransformOutput.S3OutputPath}',
    facets: '{Parameters.DatasetsUri}/facets/',
    dataset: 's3://example-assets/da7a.json',
  });
});

test('the gate opens only if the goal is met and bias is within its limit', () => {
  const gate = definition.Steps.find((step) => step.Type === 'Condition');

  expect(gate?.Arguments.Conditions).toEqual([
    { Type: 'Equals', LeftValue: { Get: "Steps.Evaluate.OutputParameters['passes']" }, RightValue: 'true' },
    {
      Type: 'Equals',
      LeftValue: {
        'Std:JsonGet': { PropertyFile: { Get: 'Steps.Assess.PropertyFiles.BiasGate' }, Path: 'withinLimit' },
      },
      RightValue: 'true',
    },
  ]);
  expect(gate?.Arguments.IfSteps.map(({ Name }) => Name)).toEqual(['Register']);
  expect(gate?.Arguments.ElseSteps.map(({ Name }) => Name)).toEqual(['Refuse']);
});

test('a version carries its threshold, its numbers, the names of its data and code, and what serving and watching it take', () => {
  const register = argumentsOf('Register');

  expect(register.InferenceSpecification.Containers).toEqual([
    { Image: EXAMPLE_INPUTS.image, ModelDataUrl: BEST_ARCHIVE },
  ]);
  expect(register.CustomerMetadataProperties).toEqual({
    threshold: "{Steps.Evaluate.OutputParameters['threshold']}",
    rocAuc: "{Steps.Evaluate.OutputParameters['rocAuc']}",
    linearRocAuc: "{Steps.Evaluate.OutputParameters['linearRocAuc']}",
    netValue: "{Steps.Evaluate.OutputParameters['netValue']}",
    datasetsUri: '{Parameters.DatasetsUri}',
    datasetsHash: '{Parameters.DatasetsHash}',
    codeHash: 'c0de',
    artifactHash: "{Steps.Evaluate.OutputParameters['artifactHash']}",
    cause: '{Parameters.Cause}',
    evaluation: 's3://example-models/runs/{Execution.PipelineExecutionId}/Evaluate/report.json',
    smokeTest: 's3://example-models/runs/{Execution.PipelineExecutionId}/Evaluate/smoke-test.json',
    monitoring: "{Steps.Assess.ProcessingOutputConfig.Outputs['baseline'].S3Output.S3Uri}",
  });
  expect(register.ModelMetrics.ModelQuality.Statistics.S3Uri).toBe(
    's3://example-models/runs/{Execution.PipelineExecutionId}/Evaluate/model-quality.json',
  );
});

test('a refusal gives the reasons of the evaluation and of the bias check', () => {
  const gate = definition.Steps.find((step) => step.Type === 'Condition');

  expect(gate?.Arguments.ElseSteps[0]?.Arguments).toEqual({
    ErrorMessage: {
      'Std:Join': {
        On: ' ',
        Values: [
          'The candidate was not registered.',
          { Get: "Steps.Evaluate.OutputParameters['reason']" },
          { 'Std:JsonGet': { PropertyFile: { Get: 'Steps.Assess.PropertyFiles.BiasGate' }, Path: 'reason' } },
        ],
      },
    },
  });
});

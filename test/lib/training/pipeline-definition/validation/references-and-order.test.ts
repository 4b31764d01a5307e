import { add, type Edit, problemsAfter, remove, set } from '../edited-definition';

const MODEL_NAME = 'ScoreTest/Arguments/ModelName';
const FIRST_CONDITION = 'Gate/Arguments/Conditions/0';

const BREACHES: readonly [rule: string, edits: readonly Edit[], problems: readonly string[]][] = [
  [
    'a reference names a declared parameter',
    [remove('$/Parameters/1')],
    ['Step Register refers to Parameters.DatasetsHash, but no parameter is called DatasetsHash.'],
  ],
  [
    'a reference names a known execution variable',
    [set('Register/Arguments/CustomerMetadataProperties/cause', { Get: 'Execution.Id' })],
    ['Step Register refers to Execution.Id, but there is no such execution variable.'],
  ],
  [
    'a reference names an existing step',
    [set(MODEL_NAME, { Get: 'Steps.CreateModell.ModelName' })],
    ['Step ScoreTest refers to Steps.CreateModell.ModelName, but no step is called CreateModell.'],
  ],
  [
    'a reference is a parameter, an execution variable or a step property',
    [set(MODEL_NAME, { Get: 'CreateModel.ModelName' })],
    [
      'Step ScoreTest refers to CreateModel.ModelName, but that is neither a parameter, an execution variable nor a step property.',
    ],
  ],
  [
    'a property exists for the type of its step',
    [set(MODEL_NAME, { Get: 'Steps.CreateModel.ModelArtifacts.S3ModelArtifacts' })],
    [
      'Step ScoreTest refers to Steps.CreateModel.ModelArtifacts.S3ModelArtifacts, but a step of type Model has no such property.',
    ],
  ],
  [
    'a referenced output parameter is declared by its function',
    [set(`${FIRST_CONDITION}/LeftValue`, { Get: "Steps.Evaluate.OutputParameters['pass']" })],
    [
      "Step Gate refers to Steps.Evaluate.OutputParameters['pass'], but step Evaluate declares no output parameter pass.",
    ],
  ],
  [
    'a referenced processing output is declared by its step',
    [
      set('Register/Arguments/ModelMetrics/Bias/Report/S3Uri', {
        Get: "Steps.Assess.ProcessingOutputConfig.Outputs['fairness'].S3Output.S3Uri",
      }),
    ],
    [
      "Step Register refers to Steps.Assess.ProcessingOutputConfig.Outputs['fairness'].S3Output.S3Uri, but step Assess declares no output fairness.",
    ],
  ],
  [
    'a referenced training metric is defined by its job',
    [set('Evaluate/Arguments/linear', { Get: "Steps.TrainLinear.FinalMetricDataList['validation:auc'].Value" })],
    [
      "Step Evaluate refers to Steps.TrainLinear.FinalMetricDataList['validation:auc'].Value, but step TrainLinear declares no metric validation:auc.",
    ],
  ],
  [
    'a JSON value comes from a declared property file',
    [set('Gate/Arguments/Conditions/1/LeftValue/Std:JsonGet/PropertyFile/Get', 'Steps.Assess.PropertyFiles.Gate')],
    ['Step Gate refers to Steps.Assess.PropertyFiles.Gate, but step Assess declares no property file Gate.'],
  ],
  [
    'a property file is read with JsonGet',
    [set(`${FIRST_CONDITION}/LeftValue`, { Get: 'Steps.Assess.PropertyFiles.BiasGate' })],
    [
      'Step Gate refers to Steps.Assess.PropertyFiles.BiasGate, but property files are read with Std:JsonGet, and nothing else is.',
    ],
  ],
  [
    'JsonGet reads property files only',
    [set('Gate/Arguments/Conditions/1/LeftValue/Std:JsonGet/PropertyFile/Get', 'Steps.CreateModel.ModelName')],
    [
      'Step Gate refers to Steps.CreateModel.ModelName, but property files are read with Std:JsonGet, and nothing else is.',
    ],
  ],
  [
    'a property file lies in an output of its step',
    [set('Assess/PropertyFiles/0/OutputName', 'gate')],
    ['Property file BiasGate of step Assess lies in gate, which is no output of it.'],
  ],
  [
    'only processing steps have property files',
    [add('TrainLinear/PropertyFiles', { PropertyFileName: 'F', OutputName: 'bias', FilePath: 'f.json' })],
    ['Step TrainLinear of type Training cannot have property files.'],
  ],
  [
    'a step outside of a branch does not refer into it',
    [set('Evaluate/Arguments/version', { Get: 'Steps.Register.ModelPackageArn' })],
    ['Step Evaluate waits for Register, which runs only in a branch of Gate.'],
  ],
  [
    'a step does not refer into the other branch',
    [set('Refuse/Arguments/ErrorMessage', { Get: 'Steps.Register.ModelPackageArn' })],
    ['Step Refuse waits for Register, which runs only in a branch of Gate.'],
  ],
  [
    'a condition does not refer into its own branches',
    [set(`${FIRST_CONDITION}/LeftValue`, { Get: 'Steps.Register.ModelPackageArn' })],
    ['Step Gate waits for Register, which runs only in a branch of Gate.'],
  ],
  [
    'a step does not depend on itself',
    [add('TrainLinear/DependsOn', 'TrainLinear')],
    ['Steps wait for each other: TrainLinear → TrainLinear.'],
  ],
  [
    'a step does not refer to a step that comes after it',
    [
      set('CreateModel/Arguments/PrimaryContainer/ModelDataUrl', {
        Get: 'Steps.ScoreTest.TransformOutput.S3OutputPath',
      }),
    ],
    ['Steps wait for each other: CreateModel → ScoreTest → CreateModel.'],
  ],
  [
    'dependencies without data make no cycle either',
    [add('TrainLinear/DependsOn', 'ScoreLinear')],
    ['Steps wait for each other: TrainLinear → ScoreLinear → CreateLinearModel → TrainLinear.'],
  ],
  [
    'a dependency is a step that exists',
    [add('Assess/DependsOn', 'Explain')],
    ['Step Assess depends on Explain, but no step is called so.'],
  ],
  [
    'nothing depends on a Fail step',
    [add('Assess/DependsOn', 'Refuse')],
    ['Step Assess depends on Refuse, which ends the execution.'],
  ],
];

test.each(BREACHES)('%s', (_rule, edits, problems) => {
  expect(problemsAfter(...edits)).toEqual(problems);
});

test('a step in a branch may wait for its condition and for its neighbours', () => {
  const fail = { Name: 'After', Type: 'Fail', DependsOn: ['Register', 'Gate'], Arguments: { ErrorMessage: 'x' } };

  expect(problemsAfter(add('Gate/Arguments/IfSteps', fail))).toEqual([]);
});

test('steps nested two conditions deep are checked as well', () => {
  const inner = {
    Name: 'Inner',
    Type: 'Condition',
    Arguments: {
      Conditions: [{ Type: 'Equals', LeftValue: { Get: 'Parameters.Cause' }, RightValue: 'drift' }],
      IfSteps: [{ Name: 'Deep', Type: 'Fail', Arguments: { ErrorMessage: { Get: 'Parameters.Missing' } } }],
      ElseSteps: [],
    },
  };

  expect(problemsAfter(add('Gate/Arguments/ElseSteps', inner))).toEqual([
    'Step Deep refers to Parameters.Missing, but no parameter is called Missing.',
  ]);
});

import { validatePipelineDefinition } from '../../../../../lib/training/pipeline-definition/validate-pipeline-definition';
import { add, type Edit, editedDefinition, problemsAfter, remove, set } from '../edited-definition';

const IMAGE = '111122223333.dkr.ecr.us-east-1.amazonaws.com/other:1';
const JOIN_ELSEWHERE = { 'Std:Join': { On: '/', Values: ['s3:/', 'elsewhere', { Get: 'Parameters.Cause' }] } };

const BREACHES: readonly [rule: string, edits: readonly Edit[], problems: readonly string[]][] = [
  [
    'a step name is given once, also within branches',
    [set('Refuse/Name', 'TrainLinear')],
    ['The name TrainLinear is given to more than one step.'],
  ],
  [
    'a step name keeps to letters, digits, hyphens and underscores',
    [set('Refuse/Name', 'No model!')],
    ['The step name "No model!" is not 1 to 64 letters, digits, hyphens and underscores.'],
  ],
  [
    'a step name has at most 64 characters',
    [set('Refuse/Name', 'x'.repeat(65))],
    [`The step name "${'x'.repeat(65)}" is not 1 to 64 letters, digits, hyphens and underscores.`],
  ],
  [
    'a step has a name',
    [remove('Refuse/Name')],
    ['The step name "" is not 1 to 64 letters, digits, hyphens and underscores.'],
  ],
  [
    'a step has a type that the rules know',
    [set('Refuse/Type', 'EMR')],
    ['Step Refuse has the type EMR, which no rule here checks.'],
  ],
  [
    'a parameter name is given once',
    [add('$/Parameters', { Name: 'Cause', Type: 'String', DefaultValue: 'x' })],
    ['The name Cause is given to more than one parameter.'],
  ],
  [
    'a parameter name keeps to letters, digits, hyphens and underscores',
    [add('$/Parameters', { Name: 'Min.Auc', Type: 'Float', DefaultValue: 0.5 })],
    ['The parameter name "Min.Auc" is not 1 to 64 letters, digits, hyphens and underscores.'],
  ],
  ['a parameter has a default', [remove('$/Parameters/2/DefaultValue')], ['Parameter Cause has no default.']],
  [
    'a parameter has a type of the service',
    [add('$/Parameters', { Name: 'Note', Type: 'Text', DefaultValue: 'x' })],
    ['Parameter Note has the unknown type Text.'],
  ],
  [
    'the default of a String is a string',
    [set('$/Parameters/2/DefaultValue', 1)],
    ['Parameter Cause has a default that is not of its type String.'],
  ],
  [
    'the default of an Integer is whole',
    [add('$/Parameters', { Name: 'Rounds', Type: 'Integer', DefaultValue: 1.5 })],
    ['Parameter Rounds has a default that is not of its type Integer.'],
  ],
  [
    'the default of a Float is a number',
    [add('$/Parameters', { Name: 'Rate', Type: 'Float', DefaultValue: '0.1' })],
    ['Parameter Rate has a default that is not of its type Float.'],
  ],
  [
    'the default of a Boolean is true or false',
    [add('$/Parameters', { Name: 'Spot', Type: 'Boolean', DefaultValue: 'true' })],
    ['Parameter Spot has a default that is not of its type Boolean.'],
  ],
  [
    'a default is among the allowed values',
    [set('$/Parameters/2/EnumValues', ['drift', 'schedule'])],
    ['Parameter Cause has a default that is not among its values.'],
  ],
  [
    'a training image is one of ours',
    [set('TrainLinear/Arguments/AlgorithmSpecification/TrainingImage', IMAGE)],
    [`Step TrainLinear uses the image "${IMAGE}", which is not one of ours.`],
  ],
  [
    'a tuning image is one of ours',
    [set('TuneTrees/Arguments/TrainingJobDefinition/AlgorithmSpecification/TrainingImage', IMAGE)],
    [`Step TuneTrees uses the image "${IMAGE}", which is not one of ours.`],
  ],
  [
    'a processing image is one of ours',
    [set('Assess/Arguments/AppSpecification/ImageUri', IMAGE)],
    [`Step Assess uses the image "${IMAGE}", which is not one of ours.`],
  ],
  [
    'a model image is one of ours',
    [set('CreateModel/Arguments/PrimaryContainer/Image', IMAGE)],
    [`Step CreateModel uses the image "${IMAGE}", which is not one of ours.`],
  ],
  [
    'a registered image is one of ours',
    [set('Register/Arguments/InferenceSpecification/Containers/0/Image', IMAGE)],
    [`Step Register uses the image "${IMAGE}", which is not one of ours.`],
  ],
  [
    'a literal URI lies in a bucket of ours',
    [set('Assess/Arguments/ProcessingInputs/0/S3Input/S3Uri', 's3://elsewhere/code.zip')],
    ['Step Assess uses s3://elsewhere/code.zip, which lies in no bucket of ours.'],
  ],
  [
    'a joined URI lies in a bucket of ours',
    [set('Assess/Arguments/ProcessingInputs/0/S3Input/S3Uri', JOIN_ELSEWHERE)],
    ['Step Assess uses s3://elsewhere/{Parameters.Cause}, which lies in no bucket of ours.'],
  ],
  [
    'a default URI lies in a bucket of ours',
    [set('$/Parameters/0/DefaultValue', 's3://elsewhere/datasets')],
    ['A parameter uses s3://elsewhere/datasets, which lies in no bucket of ours.'],
  ],
];

test.each(BREACHES)('%s', (_rule, edits, problems) => {
  expect(problemsAfter(...edits)).toEqual(problems);
});

test('without lists of images and buckets any will do', () => {
  const definition = editedDefinition(
    set('Assess/Arguments/AppSpecification/ImageUri', IMAGE),
    set('Assess/Arguments/ProcessingInputs/0/S3Input/S3Uri', JOIN_ELSEWHERE),
  );
  const expectations = { modelPackageGroupName: 'example-group', tagKeys: ['ml:project'] };

  expect(validatePipelineDefinition(definition, expectations)).toEqual([]);
});

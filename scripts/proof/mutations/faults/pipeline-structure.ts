import { copy, put, remove, rename, reword, together } from '../edits';
import { faultsOf } from '../fault';
import { definition, properties } from '../seeds';

const PIPELINE = 'Training/Pipeline';
const BODY = 'PipelineDefinition/PipelineDefinitionBody';
const GATE = 'Steps/Name=Gate/Arguments';

/** A pipeline definition that does not hang together: its steps, and what they take from each other. */
export const PIPELINE_STRUCTURE = faultsOf('pipeline-structure', [
  ['json-broken', 'a definition that is no JSON', properties(PIPELINE, reword(BODY, '"Steps":[', '"Steps":'))],
  ['json-with-comma', 'a comma too many', properties(PIPELINE, reword(BODY, '"Metadata":{},', '"Metadata":{},,'))],
  ['version-missing', 'a definition without version', definition(PIPELINE, remove('Version'))],
  ['version-unknown', 'a version of today', definition(PIPELINE, put('Version', '2026-11-21'))],
  [
    'step-with-space',
    'a step with a space in its name',
    definition(
      PIPELINE,
      together(
        put('Steps/Name=Evaluate/Name', 'Evaluate model'),
        reword('Steps', 'Steps.Evaluate.', 'Steps.Evaluate model.'),
      ),
    ),
  ],
  ['step-twice', 'two steps of one name', definition(PIPELINE, put('Steps/Name=ScoreLinear/Name', 'ScoreTest'))],
  [
    'step-name-in-branch-twice',
    'a step in a branch with the name of another step',
    definition(PIPELINE, put(`${GATE}/ElseSteps/Name=Refuse/Name`, 'Register')),
  ],
  [
    'step-type',
    'a step of a type that does not exist',
    definition(PIPELINE, put('Steps/Name=TrainLinear/Type', 'Train')),
  ],
  [
    'step-without-arguments',
    'a step without arguments',
    definition(PIPELINE, remove('Steps/Name=CreateModel/Arguments')),
  ],
  [
    'get-unknown-step',
    'a reference to a step under its former name',
    definition(PIPELINE, reword('Steps/Name=ScoreTest', 'Steps.CreateModel.', 'Steps.CreateTreesModel.')),
  ],
  [
    'get-unknown-parameter',
    'a reference to a parameter that is not declared',
    definition(PIPELINE, reword('Steps/Name=TrainLinear', 'Parameters.DatasetsUri', 'Parameters.DatasetUri')),
  ],
  [
    'parameter-removed',
    'a parameter that is used and not declared',
    definition(PIPELINE, remove('Parameters/Name=Cause')),
  ],
  [
    'parameter-type',
    'a parameter of a type that does not exist',
    definition(PIPELINE, put('Parameters/Name=Cause/Type', 'Text')),
  ],
  [
    'parameter-default',
    'a default of another type than its parameter',
    definition(PIPELINE, put('Parameters/Name=DatasetsHash/DefaultValue', 0)),
  ],
  [
    'get-unknown-attribute',
    'a reference to what a training job does not answer',
    definition(PIPELINE, reword('Steps/Name=CreateLinearModel', 'S3ModelArtifacts', 'S3ModelArtifact')),
  ],
  [
    'get-of-other-type',
    'what a training answers asked of a tuning',
    definition(
      PIPELINE,
      put('Steps/Name=CreateModel/Arguments/PrimaryContainer/ModelDataUrl', {
        Get: 'Steps.TuneTrees.ModelArtifacts.S3ModelArtifacts',
      }),
    ),
  ],
  [
    'output-undeclared',
    'an output of a function that the step does not declare',
    definition(PIPELINE, remove('Steps/Name=Evaluate/OutputParameters/OutputName=passes')),
  ],
  [
    'output-misspelt',
    'an output of a function under another name',
    definition(PIPELINE, reword(`${GATE}/Conditions`, "['passes']", "['passed']")),
  ],
  [
    'property-file-undeclared',
    'a property file that no step declares',
    definition(PIPELINE, remove('Steps/Name=Assess/PropertyFiles')),
  ],
  [
    'property-file-of-no-output',
    'a property file in an output that the job does not have',
    definition(PIPELINE, put('Steps/Name=Assess/PropertyFiles/0/OutputName', 'fairness')),
  ],
  [
    'execution-variable',
    'a variable of the execution that does not exist',
    definition(PIPELINE, reword('Steps/Name=ScoreTest', 'Execution.PipelineExecutionId', 'Execution.ExecutionId')),
  ],
  [
    'depends-on-unknown',
    'DependsOn of a step that is not there',
    definition(PIPELINE, put('Steps/Name=Assess/DependsOn', ['Score'])),
  ],
  ['cycle', 'steps in a circle', definition(PIPELINE, put('Steps/Name=CreateModel/DependsOn', ['ScoreTest']))],
  ['step-gone', 'a step is gone that another one needs', definition(PIPELINE, remove('Steps/Name=ScoreValidation'))],
  [
    'condition-type',
    'a condition of a type that does not exist',
    definition(PIPELINE, put(`${GATE}/Conditions/0/Type`, 'Equal')),
  ],
  [
    'condition-without-right',
    'a condition that compares with nothing',
    definition(PIPELINE, remove(`${GATE}/Conditions/0/RightValue`)),
  ],
  ['branches-misspelt', 'a branch under another name', definition(PIPELINE, rename(`${GATE}/ElseSteps`, 'ElseStep'))],
  [
    'json-get-without-path',
    'a value of a file without saying which',
    definition(PIPELINE, remove(`${GATE}/Conditions/1/LeftValue/Std:JsonGet/Path`)),
  ],
  [
    'join-misspelt',
    'a function of the definition that does not exist',
    definition(
      PIPELINE,
      rename('Steps/Name=TrainLinear/Arguments/OutputDataConfig/S3OutputPath/Std:Join', 'Std:Concat'),
    ),
  ],
  [
    'evaluates-itself',
    'a step that takes its own output',
    definition(
      PIPELINE,
      copy('Steps/Name=Gate/Arguments/Conditions/0/LeftValue', 'Steps/Name=Evaluate/Arguments/validationScores'),
    ),
  ],
]);

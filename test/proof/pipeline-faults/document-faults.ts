import { pipelineDocument } from '../../../scripts/proof/checks/pipeline-document';
import { pipelineOrder } from '../../../scripts/proof/checks/pipeline-order';
import { pipelineReferences } from '../../../scripts/proof/checks/pipeline-references';
import { pipelineUnused } from '../../../scripts/proof/checks/pipeline-unused';
import { add, remove, set } from '../../lib/training/pipeline-definition/edited-definition';
import type { Fault } from '../edited-pipeline';

const AUC = { Get: "Steps.Evaluate.OutputParameters['rocAuc']" };
const URI = {
  TransformOutput: 'Arguments/TransformOutput/S3OutputPath',
  Model: 'Arguments/PrimaryContainer/ModelDataUrl',
};

export const DOCUMENT_FAULTS: readonly Fault[] = [
  [pipelineDocument, 'an unknown version', set('$/Version', '2020-12-02')],
  [pipelineDocument, 'no version', remove('$/Version')],
  [pipelineDocument, 'an unknown member', set('$/steps', [])],
  [pipelineDocument, 'no steps', set('$/Steps', [])],
  [pipelineDocument, 'a parameter without a default', remove('$/Parameters/0/DefaultValue')],
  [pipelineDocument, 'a parameter of an unknown type', set('$/Parameters/0/Type', 'Text')],
  [pipelineDocument, 'a default of another type', set('$/Parameters/0/DefaultValue', 5)],
  [
    pipelineDocument,
    'a broken default of a whole number',
    set('$/Parameters/1', { Name: 'N', Type: 'Integer', DefaultValue: 1.5 }),
  ],
  [pipelineDocument, 'a default that is not among the values', set('$/Parameters/2/EnumValues', ['drift'])],
  [pipelineDocument, 'a parameter declared twice', set('$/Parameters/1/Name', 'Cause')],
  [pipelineDocument, 'a name that the service refuses', set('$/Parameters/1/Name', 'Datasets Hash')],
  [pipelineDocument, 'a default that is too long', set('$/Parameters/1/DefaultValue', 'x'.repeat(1025))],
  [
    pipelineReferences,
    'a parameter that does not exist',
    set('Register/Arguments/CustomerMetadataProperties/cause', { Get: 'Parameters.Reason' }),
  ],
  [
    pipelineReferences,
    'a step that does not exist',
    set(`CreateLinearModel/${URI.Model}`, { Get: 'Steps.TrainForest.ModelArtifacts.S3ModelArtifacts' }),
  ],
  [
    pipelineReferences,
    'a property that its type does not have',
    set(`CreateLinearModel/${URI.Model}`, { Get: 'Steps.TrainLinear.BestTrainingJob.TrainingJobName' }),
  ],
  [
    pipelineReferences,
    'a misspelt property',
    set(`CreateLinearModel/${URI.Model}`, { Get: 'Steps.TrainLinear.ModelArtifact.S3ModelArtifacts' }),
  ],
  [
    pipelineReferences,
    'a structure instead of a value',
    set(`CreateLinearModel/${URI.Model}`, { Get: 'Steps.TrainLinear.ModelArtifacts' }),
  ],
  [pipelineReferences, 'an output that is not declared', remove('Evaluate/OutputParameters/0')],
  [
    pipelineReferences,
    'a job output that is not declared',
    set('Assess/Arguments/ProcessingOutputConfig/Outputs/2/OutputName', 'base'),
  ],
  [
    pipelineReferences,
    'an execution variable that does not exist',
    set('Evaluate/Arguments/run', { Get: 'Execution.RunId' }),
  ],
  [
    pipelineReferences,
    'an experiment without a configuration',
    set('Evaluate/Arguments/run', { Get: 'PipelineExperimentConfig.TrialName' }),
  ],
  [pipelineReferences, 'a property file that is not declared', remove('Assess/PropertyFiles')],
  [
    pipelineReferences,
    'a property file of an output that is not there',
    set('Assess/PropertyFiles/0/OutputName', 'biases'),
  ],
  [
    pipelineReferences,
    'a property file at an absolute path',
    set('Assess/PropertyFiles/0/FilePath', '/opt/ml/processing/output/bias/gate.json'),
  ],
  [
    pipelineReferences,
    'a JSON path that is none',
    set('Gate/Arguments/Conditions/1/LeftValue/Std:JsonGet/Path', '$.withinLimit..x'),
  ],
  [
    pipelineReferences,
    'JSON of a step instead of a file',
    set('Gate/Arguments/Conditions/1/LeftValue/Std:JsonGet/PropertyFile/Get', 'Steps.Assess.ExitMessage'),
  ],
  [pipelineReferences, 'a join without its separator', remove('Evaluate/Arguments/output/Std:Join/On')],
  [pipelineReferences, 'a join of nothing', set('Evaluate/Arguments/output/Std:Join/Values', [])],
  [pipelineOrder, 'a step that depends on none', set('Assess/DependsOn', ['Evaluation'])],
  [pipelineOrder, 'steps that wait for each other', set('TrainLinear/DependsOn', ['Gate'])],
  [pipelineOrder, 'a step that waits for itself', set('TuneTrees/DependsOn', ['TuneTrees'])],
  [pipelineOrder, 'a step that waits for a failure', set('Register/DependsOn', ['Refuse'])],
  [
    pipelineOrder,
    'a step that needs one of a branch',
    set('Evaluate/Arguments/version', { Get: 'Steps.Register.ModelPackageArn' }),
  ],
  [
    pipelineUnused,
    'a parameter that nobody reads',
    add('$/Parameters', { Name: 'Limit', Type: 'Float', DefaultValue: 0.1 }),
  ],
  [
    pipelineUnused,
    'a gate that was taken away',
    remove('Gate/Arguments/Conditions/0'),
    set('Gate/Arguments/Conditions', [{ Type: 'Equals', LeftValue: AUC, RightValue: 1 }]),
  ],
  [
    pipelineUnused,
    'a property file that nobody reads',
    add('Assess/PropertyFiles', { PropertyFileName: 'Bias', OutputName: 'bias', FilePath: 'bias.json' }),
  ],
];

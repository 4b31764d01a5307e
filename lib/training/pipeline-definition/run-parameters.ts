import { get } from './expression';
import { type PipelineParameter, stringParameter } from './parameter';
import type { TrainingPipelineInputs } from './training-pipeline-inputs';

/** Prefix of the datasets, without a slash at the end. */
export const DATASETS_URI = get('Parameters.DatasetsUri');
/** Hash of the datasets' files. */
export const DATASETS_HASH = get('Parameters.DatasetsHash');
/** Why the run was started. */
export const CAUSE = get('Parameters.Cause');

/** What the starter of a run says about it. A default of each, since a start by hand or from Studio names none. */
export function runParameters(inputs: TrainingPipelineInputs): readonly PipelineParameter[] {
  return [
    stringParameter('DatasetsUri', inputs.defaultDatasetsUri, 'S3 prefix of the datasets, without a slash at the end'),
    stringParameter('DatasetsHash', 'unknown', 'Hash of the datasets, from their manifest'),
    stringParameter('Cause', 'by-hand', 'Why this training was started'),
  ];
}

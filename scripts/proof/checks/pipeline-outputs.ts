import type { Check } from '../check';
import { everyValue, repeated } from '../json-at';
import { findInPipelines, type Pipeline } from '../pipeline-definition';
import { isExpression, textOf } from '../pipeline-expression';
import { outputsOf } from '../pipeline-jobs';

/** As a whole folder, so that no other part of the path runs into it. */
const RUN = /\/\{Execution\.(PipelineExecutionId|StartDateTime|CurrentDateTime)\}(\/|$)/;
const JOB =
  /\{Steps\.([\w-]+)\.(?:TrainingJobName|BestTrainingJob\.TrainingJobName|TrainingJobSummaries\[\d+\]\.TrainingJobName)\}/;

export const pipelineOutputs: Check = {
  id: 'pipeline-outputs',
  rule: 'Every job writes to a place of its run and its own, and what is read from the folder of a job is what that job wrote.',
  find: (assembly) =>
    findInPipelines(assembly, (pipeline) => [
      ...writeProblems(pipeline),
      ...modelProblems(pipeline),
      ...readProblems(pipeline),
    ]),
};

function writeProblems(pipeline: Pipeline): readonly string[] {
  const written = pipeline.steps.flatMap((step) =>
    outputsOf(step).map(({ uri }) => ({ step: step.name, place: textOf(uri, pipeline) ?? '' })),
  );
  const shared = repeated(written.map(({ place }) => place.replace(/\/$/, '')));
  return [
    ...written
      .filter(({ place }) => !RUN.test(place))
      .map(({ step, place }) => `step ${step} writes to ${place || 'no place'}, where the next run overwrites it`),
    ...shared.map((place) => `two outputs are written to ${place}`),
  ];
}

/** A training job of a step leaves its model at `<output path of the step>/<job name>/output/model.tar.gz`. */
function modelProblems(pipeline: Pipeline): readonly string[] {
  const values = pipeline.steps.flatMap(({ name, own }) => everyValue(own).map(([, value]) => ({ name, value })));
  return values.flatMap(({ name, value }) => {
    const text = isExpression(value) ? (textOf(value, pipeline) ?? '') : '';
    const [token = '', job] = JOB.exec(text) ?? [];
    if (job === undefined || !text.startsWith('s3://')) return [];
    const outputs = pipeline.steps.filter((step) => step.name === job).flatMap(outputsOf);
    const expected = outputs.map(
      ({ uri }) => `${(textOf(uri, pipeline) ?? '').replace(/\/$/, '')}/${token}/output/model.tar.gz`,
    );
    return expected.includes(text) ? [] : [`step ${name} reads ${text}, and ${job} writes ${expected.join(' and ')}`];
  });
}

/** Within the folder of a run lies only what its jobs wrote, and what its functions were told to write. */
function readProblems(pipeline: Pipeline): readonly string[] {
  const written = pipeline.steps.flatMap((step) => [
    ...outputsOf(step).map(({ uri }) => textOf(uri, pipeline) ?? ''),
    ...(step.type === 'Lambda' ? Object.values(step.args).map((value) => textOf(value, pipeline) ?? '') : []),
  ]);
  const isWritten = (text: string) =>
    written.some((place) => place !== '' && (text === place || text.startsWith(`${place.replace(/\/$/, '')}/`)));
  return pipeline.steps.flatMap(({ name, own }) =>
    everyValue(own)
      .map(([, value]) => (isExpression(value) ? (textOf(value, pipeline) ?? '') : ''))
      .filter((text) => text.startsWith('s3://') && RUN.test(text) && !isWritten(text))
      .map((text) => `step ${name} reads ${text}, where nothing of the run is written`),
  );
}

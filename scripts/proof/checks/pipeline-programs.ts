import type { Check } from '../check';
import { listAt, textAt } from '../json-at';
import { findInPipelines, findInSteps, type Pipeline, type PipelineStep } from '../pipeline-definition';
import { hyperParametersOf, jobsOf } from '../pipeline-jobs';

export const pipelinePrograms: Check = {
  id: 'pipeline-programs',
  rule: 'Script mode runs a script, and one program gets the same channels in every job that runs it.',
  find: (assembly) => [...findInSteps(assembly, programProblems), ...findInPipelines(assembly, channelProblems)],
};

function programProblems(step: PipelineStep): readonly string[] {
  const programs = hyperParametersOf(step).filter(([name]) => name === 'sagemaker_program');
  return programs
    .filter(([, value]) => !/\.(py|sh)$/.test(String(value)))
    .map(([, value]) => `runs ${String(value)}, which is no script`);
}

function channelProblems({ steps }: Pipeline): readonly string[] {
  const runs = steps.flatMap((step) =>
    jobsOf(step).map((job) => ({
      step: step.name,
      channels: listAt(job, 'InputDataConfig')
        .map((channel) => textAt(channel, 'ChannelName'))
        .sort()
        .join(', '),
      code: hyperParametersOf(step).find(([name]) => name === 'sagemaker_submit_directory')?.[1],
    })),
  );
  return runs.flatMap(({ step, channels, code }) => {
    const other = runs.find((each) => code !== undefined && each.code === code && each.channels !== channels);
    return other
      ? [`step ${step} gives its program ${channels}, and ${other.step} gives the same one ${other.channels}`]
      : [];
  });
}

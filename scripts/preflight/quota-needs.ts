import type { Assembly } from '../proof/assembly';
import { pipelinesOf } from '../proof/pipeline-definition';
import { endpointNeeds, serverlessNeeds } from './endpoint-needs';
import { glueNeeds } from './glue-needs';
import { monitorInstances } from './monitor-instances';
import { type Instances, pipelineInstances } from './pipeline-instances';

/** What a quota has to be; its name is AWS's own, since codes of hundreds of instance quotas are not to be guessed. */
export interface QuotaNeed {
  /** As Service Quotas calls the service. */
  readonly service: 'sagemaker' | 'glue';
  readonly quota: string;
  /** Below it something of the first pass fails; 0 if nothing does. */
  readonly least: number;
  /** Below it something later fails, or waits. */
  readonly wanted: number;
  /** What fails, as the end of a sentence. */
  readonly fails: string;
}

/** The quotas that what is deployed comes up against, by name, read from its templates. */
export function quotaNeeds(assembly: Assembly): QuotaNeed[] {
  return [...jobNeeds(assembly), ...endpointNeeds(assembly), ...serverlessNeeds(assembly), ...glueNeeds(assembly)];
}

const ALL_OF = {
  'training job': 'Number of instances across all training jobs',
  'processing job': 'Number of instances across all processing jobs',
  'transform job': 'Number of instances across all transform jobs',
  endpoint: 'Number of instances across active endpoints',
} as const;

/** By type and over all types, for each use: of one run of the pipelines, and of a monitor's job beside it. */
function jobNeeds(assembly: Assembly): QuotaNeed[] {
  const running = pipelinesOf(assembly).flatMap(pipelineInstances);
  const monitors = monitorInstances(assembly);
  return kindsOf([...running, ...monitors]).flatMap(({ use, instanceType }) => {
    const mine = (each: Instances) => each.use === use && each.instanceType === instanceType;
    const [least, beside] = [total(running.filter(mine)), total(monitors.filter(mine))];
    const need = { service: 'sagemaker' as const, least, wanted: least + beside };
    const steps = `the pipeline's ${use}s, ${least} instances at once`;
    const fails = beside > 0 ? `${steps}, and a monitor beside them` : steps;
    const all = total([...running, ...monitors].filter((each) => each.use === use));
    const types = new Set(
      [...running, ...monitors].filter((each) => each.use === use).map((each) => each.instanceType),
    );
    return [
      { ...need, quota: `${instanceType} for ${use} usage`, fails },
      // Told once for each use, with its first type.
      ...([...types][0] === instanceType
        ? [
            {
              ...need,
              quota: ALL_OF[use],
              least: total(running.filter((each) => each.use === use)),
              wanted: all,
              fails,
            },
          ]
        : []),
    ];
  });
}

function kindsOf(instances: readonly Instances[]): Instances[] {
  return [...new Map(instances.map((each) => [`${each.use} ${each.instanceType}`, each])).values()];
}

function total(instances: readonly Instances[]): number {
  return instances.reduce((sum, { count }) => sum + count, 0);
}

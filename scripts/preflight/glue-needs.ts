import type { Assembly } from '../proof/assembly';
import { numeric, record } from '../proof/json';
import { resourcesOf } from '../proof/resources-of';
import type { QuotaNeed } from './quota-needs';

/** DPUs of a worker; of G.1X one, of G.4X four, and so on (AWS Glue, "Worker types"). */
function dpus(type: unknown): number {
  const [, size] = /^[GR]\.(\d+)X$/.exec(String(type)) ?? [];
  return size === undefined ? 1 : Number(size);
}

/** The first pass runs one job at a time; deliveries that come together run as many as each job allows. */
export function glueNeeds(assembly: Assembly): QuotaNeed[] {
  const jobs = resourcesOf(assembly, 'AWS::Glue::Job').map(({ Properties }) => ({
    dpus: (numeric(Properties.NumberOfWorkers) ?? 1) * dpus(Properties.WorkerType),
    runs: numeric(record(Properties.ExecutionProperty).MaxConcurrentRuns) ?? 1,
  }));
  if (jobs.length === 0) return [];
  const fails = 'data preparation';
  return [
    {
      service: 'glue',
      quota: 'Max task DPUs per account',
      least: Math.max(...jobs.map((each) => each.dpus)),
      wanted: jobs.reduce((sum, each) => sum + each.dpus * each.runs, 0),
      fails,
    },
    {
      service: 'glue',
      quota: 'Max concurrent job runs per account',
      least: 1,
      wanted: jobs.reduce((sum, { runs }) => sum + runs, 0),
      fails,
    },
  ];
}

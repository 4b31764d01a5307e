import type { Assembly, Placed } from '../../proof/assembly';
import { runsOf } from '../../proof/glue-runs';
import { resourcesOf } from '../../proof/resources-of';
import type { Unpriced } from '../line';
import { nameOf } from '../name-of';
import { assumed } from '../pass-usage';
import { placed } from '../placed';
import { dividedBy, quantity, times } from '../quantity';
import { functionRuns } from '../services/function-run';
import { glueRun } from '../services/jobs';
import { functionCalls, machineRuns } from '../services/machine-run';
import type { PassStep } from './step';

/** From files to datasets: each Glue job once, the machines that start them, and the features that go to the store. */
export function preparation(assembly: Assembly): {
  readonly steps: readonly PassStep[];
  readonly machines: readonly Placed[];
} {
  const jobs = resourcesOf(assembly, 'AWS::Glue::Job');
  const machines = [...new Set(jobs.flatMap((job) => runsOf(job, assembly).map(({ machine }) => machine)))];
  const ingesting = [
    ...new Set(
      machines.flatMap((machine) =>
        functionCalls(machine, assembly)
          .filter(({ inMap }) => inMap)
          .map(({ called }) => called),
      ),
    ),
  ];
  const runs = quantity(1n);
  const entries = assumed('stateEntries');
  const states = machines.flatMap((machine) =>
    placed(machine, machineRuns({ machine, assembly, runs, entries, without: ingesting })),
  );
  return {
    machines,
    steps: [
      ...jobs.map(jobStep),
      { name: 'prepare data: states', usages: states, unpriced: [] },
      ingestion(assembly, ingesting),
    ],
  };
}

function jobStep(job: Placed): PassStep {
  const run = glueRun(job);
  const unpriced: Unpriced[] = 'reason' in run ? [run] : [];
  return { name: `prepare data: ${nameOf(job)}`, usages: 'reason' in run ? [] : placed(job, [run]), unpriced };
}

/** Each record is written once, in units of a KB; one function at a time, whatever number of them shares the time. */
function ingestion(assembly: Assembly, functions: readonly Placed[]): PassStep {
  const records = quantity(assumed('records'));
  const seconds = times(dividedBy(records, 1000n), assumed('ingestionSeconds'));
  const written = resourcesOf(assembly, 'AWS::SageMaker::FeatureGroup').flatMap((group) =>
    placed(group, [
      { what: 'records', price: 'feature-store-write', quantity: times(records, assumed('recordKilobytes')) },
    ]),
  );
  const run = functions.flatMap((each) =>
    placed(each, functionRuns(each, `function ${nameOf(each)}`, quantity(1n), seconds)),
  );
  return { name: 'feature ingestion', usages: [...written, ...run], unpriced: [] };
}

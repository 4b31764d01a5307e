import { about, type Check } from '../check';
import { runsOf } from '../glue-runs';
import { numeric, record } from '../json';
import { resourcesOf } from '../resources-of';

/** Without a limit a run of Glue 5.0 goes on, and is paid for, for eight hours, one of an older version for two days. */
export const glueTimeouts: Check = {
  id: 'glue-timeouts',
  rule: 'A Glue job has a time limit, and who waits for its end waits longer than that (Glue, CreateJob, Timeout; R-08)',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::Glue::Job').flatMap((job) => {
      // A streaming job is meant to run on.
      if (record(job.Properties.Command).Name === 'gluestreaming') return [];
      const { Timeout } = job.Properties;
      const unlimited =
        Timeout === undefined ? [about(job, 'it has no Timeout, so nothing stops a run that hangs')] : [];
      const impatient = runsOf(job, assembly).flatMap(({ machine, state, waits, patience = Infinity, timeout }) => {
        const seconds = (timeout ?? numeric(Timeout) ?? 0) * 60;
        return waits && seconds >= patience
          ? [about(machine, `${state} waits ${patience} s for ${job.logicalId}, which may run for ${seconds} s`)]
          : [];
      });
      return [...unlimited, ...impatient];
    }),
};

import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Assembly, Placed } from '../assembly';
import { assetKeys } from '../asset-keys';
import { about, type Check, type Finding } from '../check';
import { GLUE_ARGUMENTS } from '../facts/glue-arguments';
import { runsOf } from '../glue-runs';
import { record } from '../json';
import { resourcesOf } from '../resources-of';
import { type ScriptArguments, scriptArguments } from '../script-arguments';
import { textOf } from '../text-of';

/** A script that is not told what it asks for stops, and one that is told something else under no name does the wrong thing. */
export const glueArguments: Check = {
  id: 'glue-arguments',
  rule: 'A Glue job and those who start it pass what its script asks for, and nothing that neither the script nor Glue knows',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::Glue::Job').flatMap((job) => {
      const asked = askedBy(job, assembly);
      return asked === undefined ? [] : faults(job, asked, assembly);
    }),
};

function faults(job: Placed, { known, required }: ScriptArguments, assembly: Assembly): Finding[] {
  const { DefaultArguments, NonOverridableArguments } = job.Properties;
  const given = Object.keys({ ...record(DefaultArguments), ...record(NonOverridableArguments) });
  const isRead = (name: string) => known.includes(name) || GLUE_ARGUMENTS.has(name);
  const runs = runsOf(job, assembly);
  return [
    ...given
      .filter((name) => !isRead(name))
      .map((name) => about(job, `it passes ${name}, which neither its script nor Glue reads`)),
    ...runs.flatMap(({ machine, state, passed }) => [
      ...passed
        .filter((name) => !isRead(name))
        .map((name) => about(machine, `${state} passes ${name}, which the script of ${job.logicalId} does not read`)),
      ...required
        .filter((name) => !given.includes(name) && !passed.includes(name))
        .map((name) => about(machine, `${state} starts ${job.logicalId} without ${name}, which its script asks for`)),
    ]),
  ];
}

/** Undefined when the script is not in the assembly, or says in no known way what it reads. */
function askedBy(job: Placed, assembly: Assembly): ScriptArguments | undefined {
  const { ScriptLocation } = record(job.Properties.Command);
  const file = assetKeys(assembly)?.get(basename(textOf(ScriptLocation, job, assembly)));
  return file === undefined || !existsSync(file) ? undefined : scriptArguments(readFileSync(file, 'utf8'));
}

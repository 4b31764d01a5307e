import type { Assembly, Placed } from './assembly';
import { numeric, record } from './json';
import { pointsTo } from './points-to';
import { callsOf, literal } from './state-calls';
import { machinesOf } from './state-machine';

/** A state that starts a job of Glue. */
export interface GlueRun {
  readonly machine: Placed;
  readonly state: string;
  /** Names of the arguments that it passes, with their dashes. */
  readonly passed: readonly string[];
  /** Addresses in S3 among their values, with `*` for what only a run knows. */
  readonly places: readonly string[];
  /** Whether it waits for the end of the run. */
  readonly waits: boolean;
  /** How long, in seconds; undefined for as long as it takes. */
  readonly patience: number | undefined;
  /** The time limit that this run has instead of the job's, in minutes. */
  readonly timeout: number | undefined;
}

/** Every state of some machine that starts a job. */
export function runsOf(job: Placed, assembly: Assembly): GlueRun[] {
  return machinesOf(assembly).flatMap((machine) =>
    callsOf(machine, assembly)
      .filter(({ operation, parameters }) => {
        const name = literal(parameters, 'JobName');
        return (
          operation === 'glue:startJobRun' &&
          pointsTo(name, machine.resource.stack, assembly, /^AWS::Glue::Job$/).resource === job
        );
      })
      .map(({ name, state, parameters, way }) => {
        const limits = [state.TimeoutSeconds, machine.definition?.TimeoutSeconds].map(numeric);
        const known = limits.filter((each) => each !== undefined);
        return {
          machine: machine.resource,
          state: name,
          passed: Object.keys(record(parameters.Arguments)).map((key) => key.replace(/\.\$$/, '')),
          places: Object.values(record(parameters.Arguments)).flatMap((value) => placesIn(String(value))),
          waits: way !== '',
          patience: known.length === 0 ? undefined : Math.min(...known),
          timeout: numeric(parameters.Timeout),
        };
      }),
  );
}

/** Within a text, or within an expression that puts one together. */
function placesIn(value: string): readonly string[] {
  return (value.match(/s3:\/\/(?:[^\s'",)]|\$\{[^}]*\})+/g) ?? []).map((place) => place.replaceAll('{}', '*'));
}

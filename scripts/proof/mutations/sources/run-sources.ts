import type { Outcome } from '../run';
import { detectorsOf } from './detectors';
import { ProjectCopy } from './project-copy';
import type { SourceFault } from './source-fault';

export interface SourceRunOptions {
  /** How many copies of the project are worked in at once. */
  readonly copies: number;
  /** Called after each fault. */
  readonly progress: (outcome: Outcome) => void;
}

/** Seeds every fault alone into a copy of the project and runs the tests of what it is in; outcomes in the faults' order. */
export async function runSourceFaults(
  faults: readonly SourceFault[],
  { copies, progress }: SourceRunOptions,
): Promise<readonly Outcome[]> {
  const outcomes = new Map<SourceFault, Outcome>();
  const waiting = [...faults];
  const work = async () => {
    const copy = new ProjectCopy();
    try {
      for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
        const outcome = await outcomeOf(fault, copy);
        outcomes.set(fault, outcome);
        progress(outcome);
      }
    } finally {
      copy.remove();
    }
  };
  await Promise.all(Array.from({ length: Math.min(copies, faults.length) }, work));
  return faults.flatMap((fault) => outcomes.get(fault) ?? []);
}

async function outcomeOf(fault: SourceFault, copy: ProjectCopy): Promise<Outcome> {
  try {
    return await copy.with(fault, async () => {
      for (const { name, command, args, telling } of detectorsOf(fault.file)) {
        const { succeeded, printed } = await copy.run(command, args);
        const found = printed.split('\n').find((line) => telling.test(line));
        // A run that breaks before it tests anything would catch every fault.
        if (!succeeded && found === undefined) throw new Error(`${name} could not run: ${printed.slice(-500)}`);
        if (!succeeded) return { fault, found: { [name]: [found?.trim() ?? ''] } };
      }
      return { fault, found: {} };
    });
  } catch (error) {
    return { fault, found: {}, error: error instanceof Error ? error.message : String(error) };
  }
}

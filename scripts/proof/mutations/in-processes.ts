import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Fault } from './fault';
import { FAULTS } from './faults';
import type { Outcome } from './run';

/** What a process is told: first where it works, then which of all faults is next. */
export type Order =
  | { readonly folder: string; readonly environment: string; readonly everything: boolean }
  | { readonly place: number };
export type Answer = Pick<Outcome, 'found' | 'error'> & { readonly place: number };

export interface Processes {
  readonly folder: string;
  readonly environment: string;
  readonly everything: boolean;
  readonly count: number;
  /** Called after each fault. */
  readonly progress: () => void;
}

/** Tries faults in several processes at once, whoever is free takes the next; outcomes in the faults' order. */
export async function runInProcesses(
  faults: readonly Fault[],
  { count, progress, ...where }: Processes,
): Promise<readonly Outcome[]> {
  const waiting = [...faults];
  const outcomes = new Map<Fault, Outcome>();
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(join(import.meta.dirname, 'trial-process.ts'), { execArgv: ['--import', 'tsx'] });
      child.send(where satisfies Order);
      const next = () => {
        const fault = waiting.shift();
        if (fault) child.send({ place: FAULTS.indexOf(fault) } satisfies Order);
        else child.disconnect();
      };
      child.on('message', ({ place, found, error }: Answer) => {
        const fault = FAULTS[place];
        if (fault) outcomes.set(fault, { fault, found, error });
        progress();
        next();
      });
      ended(child, resolve, reject);
      next();
    });
  await Promise.all(Array.from({ length: Math.min(count, faults.length) }, work));
  return faults.flatMap((fault) => outcomes.get(fault) ?? []);
}

function ended(child: ChildProcess, resolve: () => void, reject: (error: Error) => void): void {
  child.once('error', reject);
  child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))));
}

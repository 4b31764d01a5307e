import { setTimeout as sleep } from 'node:timers/promises';
import type { Operator } from './change-approval';
import { servingClients } from './serving-clients';
import { type VerbOptions, verbOptions } from './verb-options';

/** Runs a verb as a program: with what was typed and the shell's credentials, in words, with an exit code. */
export async function runVerb(
  name: string,
  usage: string,
  work: (options: VerbOptions, operator: Operator) => Promise<void>,
): Promise<void> {
  try {
    const options = verbOptions(process.argv.slice(2), usage);
    await work(options, { clients: servingClients(options.config.region), sleep, say: console.log });
  } catch (error) {
    console.error(`${name} failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

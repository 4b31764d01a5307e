import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ENVIRONMENTS } from '../lib/config/environments';
import { CHECKS } from './proof/checks';
import { judge } from './proof/judge';
import { readAssembly } from './proof/read-assembly';
import { strictSynth } from './proof/strict-synth';
import { WAIVERS } from './proof/waivers';

/** Synthesizes every environment strictly, then looks for what AWS would refuse and no schema sees. */

const USAGE = `npm run proof -- [--assembly <folder>] [--environment <name>]
  --assembly <folder>     what cdk synth wrote, such as cdk.out; default: every environment is synthesized
  --environment <name>    whose waivers hold for that folder, default: the one in cdk.json`;
const PROJECT = join(import.meta.dirname, '..');

/** Prints what is open; true when nothing is. */
function look(folder: string, environment: string): boolean {
  const { open, waived, stale } = judge(readAssembly(folder), environment, CHECKS, WAIVERS);
  for (const { check, stack, logicalId, message } of open) console.log(`${check}  ${stack}/${logicalId}: ${message}`);
  for (const { check, resource } of stale) console.log(`stale waiver  ${check} of ${resource}: nothing needs it`);
  console.log(
    `${environment}: ${CHECKS.length} checks, ${open.length} findings, ${waived.length} waived, ${stale.length} stale waivers`,
  );
  return open.length + stale.length === 0;
}

const temporary = mkdtempSync(join(tmpdir(), 'proof-'));
try {
  const { values } = parseArgs({ options: { assembly: { type: 'string' }, environment: { type: 'string' } } });
  const { context } = JSON.parse(readFileSync(join(PROJECT, 'cdk.json'), 'utf8'));
  const looked = values.assembly
    ? [look(resolve(values.assembly), values.environment ?? context.environment)]
    : Object.keys(ENVIRONMENTS).map((name) => look(strictSynth(name, join(temporary, name)), name));
  if (looked.includes(false)) process.exitCode = 1;
} catch (error) {
  console.error(`proof failed: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true });
}

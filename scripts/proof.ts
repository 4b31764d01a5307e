import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ENVIRONMENTS } from '../lib/config/environments';
import { CHECKS } from './proof/checks';
import { judge } from './proof/judge';
import { readAssembly } from './proof/read-assembly';
import { WAIVERS } from './proof/waivers';

/** Synthesizes every environment strictly, then looks for what AWS would refuse and no schema sees. */

const USAGE = `npm run proof -- [--assembly <folder>] [--environment <name>]
  --assembly <folder>     what cdk synth wrote, such as cdk.out; default: every environment is synthesized
  --environment <name>    whose waivers hold for that folder, default: the one in cdk.json`;
const PROJECT = join(import.meta.dirname, '..');

/** The folder that strict synth wrote; its own findings are printed and end the proof. */
function synthesized(environment: string, folder: string): string {
  const cdk = join(PROJECT, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const args = [cdk, 'synth', '-q', '--strict', '--no-notices', '-c', `environment=${environment}`, '-o', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: PROJECT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${environment} does not synthesize strictly:\n${stdout}${stderr}`);
  return folder;
}

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
    : Object.keys(ENVIRONMENTS).map((name) => look(synthesized(name, join(temporary, name)), name));
  if (looked.includes(false)) process.exitCode = 1;
} catch (error) {
  console.error(`proof failed: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true });
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ENVIRONMENTS } from '../lib/config/environments';
import type { Assembly } from './proof/assembly';
import { CHECKS } from './proof/checks';
import { findingsOf, IamProof } from './proof/iam/iam-report';
import { figuresText, findingsText } from './proof/iam/iam-text';
import { haveRecord } from './proof/iam/record/have-record';
import { judge } from './proof/judge';
import { readAssembly } from './proof/read-assembly';
import { releasedAssembly } from './proof/release/baseline';
import { lostState } from './proof/release/lost-state';
import { strictSynth } from './proof/strict-synth';
import { WAIVERS } from './proof/waivers';

/**
 * Synthesizes every environment strictly, then looks for what AWS would refuse and no schema sees, for rights that are too
 * few or too many, and for data that the next deploy would lose.
 */

const USAGE = `npm run proof -- [--assembly <folder>] [--environment <name>]
  --assembly <folder>     only the checks over templates, of what cdk synth wrote, such as cdk.out
  --environment <name>    whose waivers hold for that folder, default: the one in cdk.json`;
const PROJECT = join(import.meta.dirname, '..');

/** Prints what the checks find and no waiver covers; true when nothing is. */
function holdsChecks(assembly: Assembly, environment: string): boolean {
  const { open, waived, stale } = judge(assembly, environment, CHECKS, WAIVERS);
  for (const { check, stack, logicalId, message } of open) console.log(`${check}  ${stack}/${logicalId}: ${message}`);
  for (const { check, resource } of stale) console.log(`stale waiver  ${check} of ${resource}: nothing needs it`);
  const figures = `${open.length} findings, ${waived.length} waived, ${stale.length} stale waivers`;
  console.log(`${environment}: ${CHECKS.length} checks, ${figures}`);
  return open.length + stale.length === 0;
}

/** Prints the same of the roles' rights, beside the calls that tests and local runs made. */
function holdsRights(assembly: Assembly, environment: string): boolean {
  const report = new IamProof(haveRecord(assembly), environment).report(assembly);
  const findings = findingsOf(report);
  console.log(`${findingsText(findings)}${environment}: ${figuresText(report)}`);
  if (findings.length > 0) console.log('a record that was cut off misses calls: npm run test:local makes it anew');
  return findings.length === 0;
}

/** Prints the same of what the last release left. */
function keepsData(assembly: Assembly, environment: string): boolean {
  const lost = lostState(releasedAssembly(environment), assembly);
  for (const { stack, logicalId, message } of lost) console.log(`release  ${stack}/${logicalId}: ${message}`);
  console.log(`${environment}: ${lost.length} resources with data would be lost since the last release`);
  return lost.length === 0;
}

const temporary = mkdtempSync(join(tmpdir(), 'proof-'));
try {
  const { values } = parseArgs({ options: { assembly: { type: 'string' }, environment: { type: 'string' } } });
  const { context } = JSON.parse(readFileSync(join(PROJECT, 'cdk.json'), 'utf8'));
  const held = values.assembly
    ? [holdsChecks(readAssembly(resolve(values.assembly)), values.environment ?? context.environment)]
    : Object.keys(ENVIRONMENTS).flatMap((name) => {
        const assembly = readAssembly(strictSynth(name, join(temporary, name)));
        return [holdsChecks, holdsRights, keepsData].map((holds) => holds(assembly, name));
      });
  if (held.includes(false)) process.exitCode = 1;
} catch (error) {
  console.error(`proof failed: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true });
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ENVIRONMENTS } from '../lib/config/environments';
import { readAssembly } from './proof/read-assembly';
import { adopt, releasedAssembly } from './proof/release/baseline';
import { lostState } from './proof/release/lost-state';
import { strictSynth } from './proof/strict-synth';

/** Compares what would be deployed with the templates of the last release: nothing that holds data may go. */

const USAGE = `npm run proof:diff -- [--assembly <folder> --environment <name>] [--adopt]
  --assembly <folder>     what cdk synth wrote for that environment; default: every environment is synthesized
  --environment <name>    whose release it is compared with
  --adopt                 keep these templates as the release, in release/: a decision for review`;

const temporary = mkdtempSync(join(tmpdir(), 'proof-diff-'));
try {
  const { values } = parseArgs({
    options: { assembly: { type: 'string' }, environment: { type: 'string' }, adopt: { type: 'boolean' } },
  });
  if (values.assembly && !values.environment) throw new Error('--assembly needs --environment');
  const environments = values.environment ? [values.environment] : Object.keys(ENVIRONMENTS);
  for (const environment of environments) {
    const folder = values.assembly ? resolve(values.assembly) : strictSynth(environment, join(temporary, environment));
    const next = readAssembly(folder);
    if (values.adopt) adopt(environment, next);
    const lost = lostState(releasedAssembly(environment), next);
    for (const { stack, logicalId, message } of lost) console.log(`${environment}  ${stack}/${logicalId}: ${message}`);
    console.log(`${environment}: ${next.stacks.length} stacks, ${lost.length} resources with data would be lost`);
    if (lost.length > 0) process.exitCode = 1;
  }
} catch (error) {
  console.error(`proof of the release failed: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true });
}

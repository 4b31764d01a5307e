import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENVIRONMENTS } from '../lib/config/environments';
import { bootstrapAssembly } from './preflight/policies/bootstrap-assembly';
import { POLICY_FOLDER, policyFiles } from './preflight/policies/policy-files';
import { readAssembly } from './proof/read-assembly';

/** Writes docs/deploy-policy anew, from the templates of every environment and from the bootstrap's. */

const PROJECT = join(import.meta.dirname, '..');
const temporary = mkdtempSync(join(tmpdir(), 'deploy-policy-'));
try {
  const assemblies = Object.keys(ENVIRONMENTS).map((environment) => {
    const folder = join(temporary, environment);
    const cdk = join(PROJECT, 'node_modules', 'aws-cdk', 'bin', 'cdk');
    const args = [cdk, 'synth', '-q', '--no-notices', '-c', `environment=${environment}`, '-o', folder];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: PROJECT, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${environment} does not synthesize:\n${stderr}`);
    return readAssembly(folder);
  });
  for (const [name, text] of Object.entries(policyFiles(assemblies, bootstrapAssembly())))
    writeFileSync(join(PROJECT, POLICY_FOLDER, name), text);
  const biome = join(PROJECT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  spawnSync(process.execPath, [biome, 'format', '--write', POLICY_FOLDER], { cwd: PROJECT, stdio: 'inherit' });
} finally {
  rmSync(temporary, { recursive: true });
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '..', '..');

/**
 * Synthesizes an environment into a folder as `cdk synth --strict` does. Throws with what the built-in validation found,
 * warnings too.
 */
export function strictSynth(environment: string, folder: string): string {
  const cdk = join(PROJECT, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const args = [cdk, 'synth', '-q', '--strict', '--no-notices', '-c', `environment=${environment}`, '-o', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: PROJECT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${environment} does not synthesize strictly:\n${stdout}${stderr}`);
  return folder;
}

import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT } from './project-folder';

const CDK = join(PROJECT, 'node_modules', 'aws-cdk', 'bin', 'cdk');

export interface CdkOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Everything the CLI prints goes here; its last lines stand in the error. */
  readonly logFile: string;
  /** @default - the checkout, whose cdk.json says what the app is */
  readonly folder?: string;
  /** Called with each line that the CLI prints. */
  readonly onLine?: (line: string) => void;
}

/** Runs the project's own CDK CLI; resolves with what it printed, or rejects with its last lines. */
export function cdk(args: readonly string[], { environment, logFile, folder, onLine }: CdkOptions): Promise<string> {
  mkdirSync(dirname(logFile), { recursive: true });
  writeFileSync(logFile, `cdk ${args.join(' ')}\n`);
  const child = spawn(process.execPath, [CDK, ...args, '--no-notices'], {
    cwd: folder ?? PROJECT,
    env: { ...process.env, ...environment, CI: 'true', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill();
  process.once('exit', end);
  const take = (chunk: Buffer) => {
    appendFileSync(logFile, chunk);
    for (const line of chunk.toString().split('\n')) if (line.trim()) onLine?.(line.trimEnd());
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', end);
      const printed = readFileSync(logFile, 'utf8');
      if (code === 0) resolve(printed);
      else reject(new Error(`cdk ${args[0]} ended with ${code}:\n${printed.trim().split('\n').slice(-15).join('\n')}`));
    });
  });
}

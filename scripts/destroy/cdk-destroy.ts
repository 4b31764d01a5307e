import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { STACK_IDS } from '../../lib/config/stacks';

const PROJECT = join(import.meta.dirname, '..', '..');
const CDK = join(PROJECT, 'node_modules', 'aws-cdk', 'bin', 'cdk');
/** The CLI's lines about whole stacks; it has one for each change of each resource too. */
const MILESTONE = /^\s*[✅❌]|: destroying\.\.\./u;
/** Stacks deleted at a time, as far as none needs the other. */
const CONCURRENCY = '4';
const LINES_IN_ERROR = 20;

export interface CdkDestroyOptions {
  readonly environment: string;
  /** Folder of the dataset description. @default - the one that cdk.json names */
  readonly dataset?: string;
  /** An assembly that was synthesized before. @default - the app is synthesized */
  readonly app?: string;
}

/** Deletes all stacks of the app with the project's own CDK CLI; says when one is begun or done; rejects with the last lines. */
export function cdkDestroy(options: CdkDestroyOptions, say: (line: string) => void, cdk = CDK): Promise<void> {
  const child = spawn(process.execPath, [cdk, ...cdkArguments(options)], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      if (MILESTONE.test(line)) say(line.trim());
      last.push(line);
      if (last.length > LINES_IN_ERROR) last.shift();
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`cdk destroy ended with ${code ?? signal}:\n${last.join('\n')}`));
    });
  });
}

export function cdkArguments({ environment, dataset, app }: CdkDestroyOptions): string[] {
  const context = ['-c', `environment=${environment}`, ...(dataset === undefined ? [] : ['-c', `dataset=${dataset}`])];
  return [
    'destroy',
    '--all',
    '--force',
    '--concurrency',
    CONCURRENCY,
    '--no-notices',
    ...context,
    ...(app === undefined ? [] : ['--app', app]),
  ];
}

/** Throws when an assembly holds a stack that is not of the environment: `cdk destroy --all` would delete that too. */
export function assertAssemblyIsOf(prefix: string, app: string): void {
  const { artifacts = {} } = JSON.parse(readFileSync(join(app, 'manifest.json'), 'utf8')) as {
    artifacts?: Record<string, { type: string; properties?: { stackName?: string } }>;
  };
  const ours = new Set(STACK_IDS.map((stack) => `${prefix}-${stack}`));
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const names = stacks.map(([id, { properties }]) => properties?.stackName ?? id);
  const others = names.filter((name) => !ours.has(name));
  if (names.length === 0 || others.length > 0)
    throw new Error(`${app} must hold the stacks of ${prefix} and no others; found ${others.join(', ') || 'none'}`);
}

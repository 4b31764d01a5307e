import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { environmentNamed } from '../lib/config/check-environment';
import { ask } from './preflight/ask';
import { clientsFor } from './preflight/clients';
import { blocks, type Finding } from './preflight/finding';
import { inWords } from './preflight/in-words';
import { QUESTIONS } from './preflight/questions';
import { whoAsks } from './preflight/who-asks';
import { readAssembly } from './proof/read-assembly';

/** Asks the shell's account, in read-only calls, what would make the first deploy or the first pass fail. */

const USAGE = `npm run preflight -- [options]
  --environment <name>  default: the one in cdk.json; also --env
  --dataset <folder>    the dataset to deploy, default: the one in cdk.json
  --app <cdk.out>       use this assembly and do not synthesize
  --region <region>     ask about another region than the environment's
  --json                findings as JSON
It changes nothing. One call, to Cost Explorer, may cost 0.01 USD. Exit code 1: something blocks; 2: it did not run.`;
const PROJECT = join(import.meta.dirname, '..');
const OPTIONS = {
  environment: { type: 'string' },
  env: { type: 'string' },
  dataset: { type: 'string' },
  app: { type: 'string' },
  region: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

function synthesized(environment: string, dataset: string | undefined, folder: string): string {
  const cdk = join(PROJECT, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const context = ['-c', `environment=${environment}`, ...(dataset ? ['-c', `dataset=${resolve(dataset)}`] : [])];
  const args = [cdk, 'synth', '-q', '--no-notices', ...context, '-o', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: PROJECT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${environment} does not synthesize:\n${stdout}${stderr}`);
  return folder;
}

async function preflight(temporary: string): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const { context } = JSON.parse(readFileSync(join(PROJECT, 'cdk.json'), 'utf8'));
  const config = environmentNamed(values.environment ?? values.env ?? context.environment);
  const region = values.region ?? config.region;
  const clients = clientsFor(region);
  const caller = await whoAsks(clients.sts, region);
  let findings: readonly Finding[];
  if ('severity' in caller) findings = [caller];
  else {
    if (!values.json) console.log(`${config.environment} into ${caller.account}, ${region}, as ${caller.arn}`);
    const assembly = readAssembly(
      values.app ? resolve(values.app) : synthesized(config.environment, values.dataset, temporary),
    );
    findings = await ask(QUESTIONS, { ...caller, region, assembly, clients }, caller.arn);
  }
  console.log(values.json ? JSON.stringify(findings, undefined, 2) : inWords(findings, QUESTIONS.length));
  process.exitCode = findings.some(blocks) ? 1 : 0;
}

const temporary = mkdtempSync(join(tmpdir(), 'preflight-'));
try {
  await preflight(temporary);
} catch (error) {
  console.error(`preflight failed: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 2;
} finally {
  rmSync(temporary, { recursive: true });
}

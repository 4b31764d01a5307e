import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PROJECT } from '../local/project-folder';
import { PYTHON } from '../local/python-environment';
import { sparkEnvironment } from '../local/service/glue/spark-settings';

/** Runs one of the product's Glue scripts, unchanged, on local folders. Throws when it fails, naming its log. */
export async function runJob(folder: string, script: string, args: Readonly<Record<string, string>>): Promise<void> {
  const logFile = join(folder, `${script}.log`);
  await mkdir(folder, { recursive: true });
  const environment = { ...process.env, ...(await sparkEnvironment(join(folder, 'spark'), dirname(PYTHON))) };
  const path = join(PROJECT, 'scripts', 'jobs', 'preparation', `${script}.py`);
  const log = createWriteStream(logFile);
  const job = spawn(PYTHON, [path, ...Object.entries(args).flatMap(([name, value]) => [`--${name}`, value])], {
    env: { ...environment, PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  job.stdout.pipe(log);
  job.stderr.pipe(log);
  const exitCode = await new Promise((resolve, reject) => job.on('error', reject).on('close', resolve));
  if (exitCode !== 0) throw new Error(`${script}.py ended with ${exitCode}; see ${logFile}`);
}

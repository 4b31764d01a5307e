import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Packs what stands in `folder` into a tar.gz without a leading `./`, as SageMaker does; an empty folder too. */
export async function packFolder(folder: string, file: string): Promise<void> {
  const names = await readdir(folder);
  await run('tar', ['-czf', file, '-C', folder, ...(names.length === 0 ? ['-T', '/dev/null'] : names.sort())]);
}

export async function unpack(file: string, folder: string): Promise<void> {
  await run('tar', ['-xzf', file, '-C', folder]);
}

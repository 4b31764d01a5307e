import { readdir } from 'node:fs/promises';
import { create, extract } from 'tar';

/** Packs what stands in `folder` into a tar.gz without a leading `./`, as SageMaker does. */
export async function packFolder(folder: string, file: string): Promise<void> {
  await create({ file, cwd: folder, gzip: true, portable: true }, (await readdir(folder)).sort());
}

/** Unpacks a tar.gz into a folder that is there. */
export async function unpack(file: string, folder: string): Promise<void> {
  await extract({ file, cwd: folder });
}

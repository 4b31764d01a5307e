import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';

const PROJECT = join(__dirname, '..', '..');
const LAMBDA = join(PROJECT, 'lambda');
const known = new Map<string, boolean>();

/**
 * The handler that makes a call, as `training/start-training`, by the files on the stack, innermost first, and by the test
 * file: it is the outermost whose code is on the stack. A function that only hands on what another one promises leaves no
 * trace there: then it is the one whose test this is.
 */
export function handlerOf(files: readonly string[], test: string): string | undefined {
  // Scripts use code of handlers with rights of their own.
  if (folderBelow(join(PROJECT, 'test'), test)?.startsWith('scripts/')) return undefined;
  const folders = [
    folderBelow(join(PROJECT, 'test', 'lambda'), test),
    ...files.map((file) => folderBelow(LAMBDA, file)),
  ];
  return folders.findLast((folder) => folder !== undefined && isHandler(folder));
}

/** The first two folders of a path, which has to have a file in them. */
function folderBelow(root: string, path: string): string | undefined {
  const [first, second, rest] = relative(root, path).split(/[/\\]/);
  return first !== '..' && rest ? `${first}/${second}` : undefined;
}

function isHandler(folder: string): boolean {
  const found = known.get(folder) ?? existsSync(join(LAMBDA, folder, 'handler.ts'));
  known.set(folder, found);
  return found;
}

import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { testsNaming } from './tests-naming';

const PROJECT = join(import.meta.dirname, '..', '..', '..', '..');

/** A command that fails when something is wrong with the sources. */
interface SourceDetector {
  readonly name: 'tests' | 'types' | 'Python tests';
  readonly command: string;
  readonly args: readonly string[];
  /** A line that it prints of what it found; without one it failed for another reason. */
  readonly telling: RegExp;
}

/** What looks at a file, the most telling first: the tests of its phase, then the types; for a job's script its tests. */
export function detectorsOf(file: string): readonly SourceDetector[] {
  if (file.endsWith('.py'))
    return [
      {
        name: 'Python tests',
        command: '.venv/bin/python',
        args: ['-m', 'pytest', '-q', '-x', '-p', 'no:cacheprovider', ...testsNaming(basename(file, '.py'))],
        telling: /^(FAILED|ERROR) /,
      },
    ];
  const [, phase = ''] = file.split('/');
  const jest = (...folders: readonly string[]) => ({
    name: 'tests' as const,
    command: process.execPath,
    args: ['node_modules/jest/bin/jest.js', '--bail', ...folders],
    telling: /●/,
  });
  return [
    jest(phase === 'shared' ? 'test/lambda' : `test/lambda/${phase}`),
    // State machines are run there around the handlers.
    ...(existsSync(join(PROJECT, 'test', 'lib', phase)) ? [jest(`test/lib/${phase}`)] : []),
    {
      name: 'types',
      command: process.execPath,
      args: ['node_modules/ts7/bin/tsc', '--noEmit'],
      telling: /error TS\d+/,
    },
  ];
}

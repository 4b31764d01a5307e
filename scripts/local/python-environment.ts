import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './project-folder';

/** Glue 5.1 runs Python 3.11, and the pinned packages have wheels for it. */
const PYTHON_VERSION = '3.11';
/** Spark 3.5 runs on Java 8, 11 and 17; Glue 5.1 on 17. */
const JAVA_VERSION = 17;
const ENVIRONMENT = join(PROJECT, '.venv');
const REQUIREMENTS = join(PROJECT, 'requirements.txt');

/** The interpreter that jobs, emulator and tests run with. */
export const PYTHON = join(ENVIRONMENT, 'bin', 'python');

/** What the machine must have before anything can be installed; each missing tool comes with how to get it. */
export function checkTools(): void {
  const missing = [pythonProblem(), javaProblem()].filter((problem) => problem !== undefined);
  if (missing.length > 0) throw new Error(missing.join('\n'));
}

/** Makes or refreshes `.venv` from `requirements.txt`; does nothing when it is as pinned already. */
export function ensurePythonEnvironment(logFile: string): void {
  const stamp = join(ENVIRONMENT, '.requirements');
  const wanted = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
  if (existsSync(PYTHON) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  mkdirSync(join(logFile, '..'), { recursive: true });
  const log = openSync(logFile, 'a');
  const run = (command: string, args: string[]) => {
    const { status } = spawnSync(command, args, { stdio: ['ignore', log, log] });
    if (status !== 0) throw new Error(`${[command, ...args].join(' ')} failed; see ${logFile}`);
  };
  run(pythonCommand() ?? 'python3', ['-m', 'venv', ENVIRONMENT]);
  run(PYTHON, ['-m', 'pip', 'install', '--disable-pip-version-check', '--quiet', '-r', REQUIREMENTS]);
  writeFileSync(stamp, wanted);
}

function output(command: string, args: string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? `${stdout}${stderr}` : undefined;
}

function pythonCommand(): string | undefined {
  return [`python${PYTHON_VERSION}`, 'python3', 'python'].find((command) =>
    output(command, ['--version'])?.includes(`Python ${PYTHON_VERSION}.`),
  );
}

function pythonProblem(): string | undefined {
  if (existsSync(PYTHON)) return undefined;
  const command = pythonCommand();
  const how = `apt install python${PYTHON_VERSION} python${PYTHON_VERSION}-venv, brew install python@${PYTHON_VERSION}, or uv python install ${PYTHON_VERSION}`;
  if (!command) return `Python ${PYTHON_VERSION} is missing: ${how}`;
  return output(command, ['-c', 'import venv, ensurepip']) === undefined
    ? `Python ${PYTHON_VERSION} has no venv module: ${how}`
    : undefined;
}

function javaProblem(): string | undefined {
  const found = output('java', ['-version'])?.match(/version "(\d+)/)?.[1];
  if (Number(found) === JAVA_VERSION) return undefined;
  const have = found ? `Java ${found} was found, Spark 3.5 needs ${JAVA_VERSION}` : `Java ${JAVA_VERSION} is missing`;
  return `${have}: apt install openjdk-${JAVA_VERSION}-jre-headless, brew install openjdk@${JAVA_VERSION}, or set JAVA_HOME and PATH`;
}

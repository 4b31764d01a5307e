import { join } from 'node:path';
import { PROJECT } from './project-folder';
import { checkTools, ensurePythonEnvironment } from './python-environment';

try {
  checkTools();
  ensurePythonEnvironment(join(PROJECT, '.local', 'install.log'));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

import { join } from 'node:path';

/** Folder of the scripts that Glue and SageMaker run. */
export const JOB_SCRIPTS = join(import.meta.dirname, '..', '..', 'scripts', 'jobs');

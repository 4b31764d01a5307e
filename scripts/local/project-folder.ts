import { join } from 'node:path';

/** The checkout's folder. */
export const PROJECT = join(import.meta.dirname, '..', '..');

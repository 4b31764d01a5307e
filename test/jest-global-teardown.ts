import { rmSync } from 'node:fs';

/** Removes what was synthesized for all test files. */
export default function teardown(): void {
  if (process.env.PROOF_FOLDER) rmSync(process.env.PROOF_FOLDER, { recursive: true, force: true });
}

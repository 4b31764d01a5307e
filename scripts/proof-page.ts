import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKeptScore } from './proof/mutations/kept-score';
import { proofPage } from './proof/page/proof-page';

/** Writes docs/proof.md. */

const FILE = join(import.meta.dirname, '..', 'docs', 'proof.md');
writeFileSync(FILE, proofPage(readKeptScore()));
console.log(`written: ${FILE}`);

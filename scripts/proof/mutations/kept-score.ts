import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { isCaught, type Outcome } from './run';
import { type Score, scoresOf } from './score';

const FILE = join(import.meta.dirname, '..', '..', '..', 'docs', 'mutation-score.json');

const counted = z.object({ name: z.string(), seeded: z.int(), caught: z.int() });
const keptScore = z.object({
  all: counted,
  classes: z.array(counted),
  survivors: z.array(z.object({ fault: z.string(), title: z.string(), reason: z.optional(z.string()) })),
});
/** The score of the last whole run, as the README and docs/proof.md quote it. */
export type KeptScore = z.infer<typeof keptScore>;

/** Keeps a whole run's score beside the documents that quote it. */
export function keepScore(outcomes: readonly Outcome[]): void {
  const { all, classes } = scoresOf(outcomes);
  const plain = ({ name, seeded, caught }: Score) => ({ name, seeded, caught });
  const survivors = outcomes
    .filter((outcome) => !isCaught(outcome))
    .map(({ fault, error }) => ({
      fault: `${fault.class}/${fault.id}`,
      title: fault.title,
      reason: error === undefined ? fault.reason : `could not be tried: ${error}`,
    }));
  const score: KeptScore = { all: plain(all), classes: classes.map(plain), survivors };
  writeFileSync(FILE, `${JSON.stringify(score, undefined, 1)}\n`);
}

/** Throws naming the way out when no run's score was kept. */
export function readKeptScore(): KeptScore {
  if (!existsSync(FILE)) throw new Error(`there is no ${FILE}: npm run proof:mutations -- --keep`);
  return z.parse(keptScore, JSON.parse(readFileSync(FILE, 'utf8')));
}

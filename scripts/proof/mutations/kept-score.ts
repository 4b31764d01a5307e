import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { FAULTS } from './faults';
import { isCaught, type Outcome } from './run';
import { SOURCE_FAULTS } from './sources/faults';

const FILE = join(import.meta.dirname, '..', '..', '..', 'docs', 'mutation-score.json');

const survivor = z.object({ id: z.string(), title: z.string(), reason: z.optional(z.string()) });
const keptClass = z.object({ name: z.string(), seeded: z.int(), caught: z.int(), survivors: z.array(survivor) });
/** What the last run of each class found, as the README and docs/proof.md quote it; in the order of the faults. */
export type KeptClass = z.infer<typeof keptClass>;

/**
 * Keeps the score of the classes that ran beside the documents that quote it; others stay as they were, and classes that are
 * no more go. Throws when a class ran in part.
 */
export function keepScore(outcomes: readonly Outcome[]): void {
  const all = [...FAULTS, ...SOURCE_FAULTS];
  const names = [...new Set(all.map((fault) => fault.class))];
  const known = existsSync(FILE) ? readKeptScore() : [];
  const kept = names.flatMap((name) => {
    const ran = outcomes.filter(({ fault }) => fault.class === name);
    if (ran.length === 0) return known.find((each) => each.name === name) ?? [];
    const seeded = all.filter((fault) => fault.class === name).length;
    if (ran.length < seeded) throw new Error(`--keep takes whole classes: ${ran.length} of ${seeded} ${name} ran`);
    const survivors = ran.filter((outcome) => !isCaught(outcome)).map(survivorOf);
    return { name, seeded, caught: seeded - survivors.length, survivors };
  });
  writeFileSync(FILE, `${JSON.stringify(kept, undefined, 1)}\n`);
}

/** Throws naming the way out when no score was kept. */
export function readKeptScore(): readonly KeptClass[] {
  if (!existsSync(FILE)) throw new Error(`there is no ${FILE}: npm run proof:mutations -- --keep`);
  return z.parse(z.array(keptClass), JSON.parse(readFileSync(FILE, 'utf8')));
}

/** Of all classes together. */
export function sumOf(classes: readonly KeptClass[]): Pick<KeptClass, 'name' | 'seeded' | 'caught'> {
  const sum = (key: 'seeded' | 'caught') => classes.reduce((all, each) => all + each[key], 0);
  return { name: 'all', seeded: sum('seeded'), caught: sum('caught') };
}

function survivorOf({ fault, error }: Outcome): KeptClass['survivors'][number] {
  const reason = error === undefined ? fault.reason : `could not be tried: ${error}`;
  return { id: fault.id, title: fault.title, reason };
}

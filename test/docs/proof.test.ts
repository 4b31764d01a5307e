import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULTS } from '../../scripts/proof/mutations/faults';
import { readKeptScore, sumOf } from '../../scripts/proof/mutations/kept-score';
import { SOURCE_FAULTS } from '../../scripts/proof/mutations/sources/faults';
import { proofPage } from '../../scripts/proof/page/proof-page';

const read = (...path: string[]) => readFileSync(join(__dirname, '..', '..', ...path), 'utf8');

/** Classes in the faults' order, with how many each has. */
function sizes(faults: readonly { readonly class: string }[]): [string, number][] {
  const names = [...new Set(faults.map((fault) => fault.class))];
  return names.map((name) => [name, faults.filter((fault) => fault.class === name).length]);
}

test('docs/proof.md is what its command writes', () => {
  expect(read('docs', 'proof.md')).toBe(proofPage(readKeptScore()));
});

test('the score that documents quote is of all faults that there are, and good enough', () => {
  const classes = readKeptScore();
  const { caught: found, seeded: all } = sumOf(classes);
  expect(classes.map(({ name, seeded }) => [name, seeded])).toEqual(sizes([...FAULTS, ...SOURCE_FAULTS]));
  expect(found / all).toBeGreaterThanOrEqual(0.96);
  expect(classes.filter(({ caught, seeded }) => caught / seeded < 0.8)).toEqual([]);
});

test('every survivor is named with the reason why nothing finds it', () => {
  expect(
    readKeptScore()
      .flatMap(({ survivors }) => survivors)
      .filter(({ reason }) => !reason),
  ).toEqual([]);
});

test('the README quotes the score', () => {
  const { caught, seeded } = sumOf(readKeptScore());
  expect(read('README.md')).toContain(`${caught} of ${seeded}`);
});

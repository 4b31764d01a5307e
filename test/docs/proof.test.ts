import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULTS } from '../../scripts/proof/mutations/faults';
import { readKeptScore } from '../../scripts/proof/mutations/kept-score';
import { SOURCE_FAULTS } from '../../scripts/proof/mutations/sources/faults';
import { proofPage } from '../../scripts/proof/page/proof-page';

const read = (...path: string[]) => readFileSync(join(__dirname, '..', '..', ...path), 'utf8');

test('docs/proof.md is what its command writes', () => {
  expect(read('docs', 'proof.md')).toBe(proofPage(readKeptScore()));
});

test('the score that documents quote is of all faults that there are, and good enough', () => {
  const { all, classes } = readKeptScore();
  expect(all.seeded).toBe(FAULTS.length + SOURCE_FAULTS.length);
  expect(all.caught / all.seeded).toBeGreaterThanOrEqual(0.96);
  expect(classes.filter(({ caught, seeded }) => caught / seeded < 0.8)).toEqual([]);
});

test('every survivor is named with the reason why nothing finds it', () => {
  expect(readKeptScore().survivors.filter(({ reason }) => !reason)).toEqual([]);
});

test('the README quotes the score', () => {
  const { caught, seeded } = readKeptScore().all;
  expect(read('README.md')).toContain(`${caught} of ${seeded}`);
});

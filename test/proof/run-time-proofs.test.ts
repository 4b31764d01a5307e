import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RUN_TIME_FAULTS } from '../../scripts/proof/run-time/faults';

const PROJECT = join(__dirname, '..', '..');
/** Files that some suite runs: those of Jest, and in Python tests and the checks that a test runs by name. */
const SUITES = /^test\/(?!fixtures|datasets).*(\.test\.ts|\/test_\w+\.py|_checks\.py)$/;

/** Whether a file holds a test of that title which is run: a skipped or an unfinished one is no proof. */
function hasTest(text: string, title: string, isPython: boolean): boolean {
  const literal = title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return isPython
    ? new RegExp(`^(    )?def ${literal}\\(`, 'm').test(text) && !/pytest\.mark\.(skip|xfail)/.test(text)
    : new RegExp(`(\\btest\\(|\\]\\)\\(|\\)\\()\\s*(['"\`])${literal}\\2`).test(text) &&
        !/\.(skip|todo|only|failing)\b/.test(text);
}

const proofs = RUN_TIME_FAULTS.flatMap(({ at, faults }) =>
  faults.flatMap((cell) =>
    'proof' in cell
      ? Object.entries(cell.proof).map(([file, titles]) => ({ at, kinds: cell.kinds, file, titles }))
      : [],
  ),
);

test('every cell that claims something names a test', () => {
  const bare = RUN_TIME_FAULTS.flatMap(({ at, faults }) =>
    faults
      .filter((cell) => 'proof' in cell && Object.values(cell.proof).flat().length === 0)
      .map(({ kinds }) => `${at}: ${kinds.join(', ')}`),
  );
  expect(bare).toEqual([]);
});

test('no fault that is known is left open', () => {
  const open = RUN_TIME_FAULTS.flatMap(({ at, faults }) =>
    faults.flatMap((cell) => ('open' in cell ? [`${at}: ${cell.kinds.join(', ')}`] : [])),
  );
  expect(open).toEqual([]);
});

test('every other cell says why', () => {
  const reasons = RUN_TIME_FAULTS.flatMap(({ faults }) =>
    faults.flatMap((cell) => ('cannot' in cell ? [cell.cannot] : 'open' in cell ? [cell.open] : [])),
  );
  expect(reasons.filter((reason) => reason.length < 15)).toEqual([]);
});

test.each([...new Set(proofs.map(({ file }) => file))])('%s holds every test that the table names in it', (file) => {
  expect(file).toMatch(SUITES);
  const path = join(PROJECT, file);
  expect(existsSync(path)).toBe(true);
  const text = readFileSync(path, 'utf8');
  const titles = [...new Set(proofs.filter((proof) => proof.file === file).flatMap((proof) => proof.titles))];
  expect(titles.filter((title) => !hasTest(text, title, file.endsWith('.py')))).toEqual([]);
});

test('a title that stands in a comment, a skipped test or another file is no proof', () => {
  expect(hasTest("test('it holds', () => {});", 'it holds', false)).toBe(true);
  expect(hasTest("test.each([1])(\n  'it holds %s', () => {});", 'it holds %s', false)).toBe(true);
  expect(hasTest("// test of 'it holds'", 'it holds', false)).toBe(false);
  expect(hasTest("test.skip('it holds', () => {});", 'it holds', false)).toBe(false);
  expect(hasTest("test('it holds well', () => {});", 'it holds', false)).toBe(false);
  expect(hasTest('def test_it_holds(lake):', 'test_it_holds', true)).toBe(true);
  expect(hasTest('def test_it_holds_well(lake):', 'test_it_holds', true)).toBe(false);
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { ConfigError } from '../../lib/config/config-error';
import { readDataset } from '../../lib/config/read-dataset';
import { bodiesLike } from './bodies';
import { RUNS } from './runs';

const SHIPPED = join(__dirname, '..', '..', 'lib', 'config', 'datasets');
const DESCRIPTIONS = readdirSync(SHIPPED).map((name) =>
  JSON.parse(readFileSync(join(SHIPPED, name, 'description.json'), 'utf8')),
);

test(`a description is read, or refused naming the field and the way out, ${RUNS / 4} times`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'described-'));
  let [read, refused] = [0, 0];
  try {
    fc.assert(
      fc.property(bodiesLike(fc.constantFrom(...DESCRIPTIONS)), (text) => {
        writeFileSync(join(folder, 'description.json'), text);
        try {
          const { columns, features } = readDataset(folder);
          read++;
          const names = [...columns, ...features].map(({ name }) => name);
          expect(names.filter((name) => !/^[a-z][a-z0-9_]{0,63}$/.test(name))).toEqual([]);
          expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
        } catch (error) {
          refused++;
          expect(error).toBeInstanceOf(ConfigError);
        }
      }),
      { numRuns: RUNS / 4, seed: 7 },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(Math.min(read, refused)).toBeGreaterThan(RUNS / 400);
});

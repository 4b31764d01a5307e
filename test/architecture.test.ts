import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { PHASES } from '../lib/config/cost-tags';

const PROJECT = join(__dirname, '..');
const LONGEST_FILE = 300;

function files(folder: string, kinds: RegExp): string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => kinds.test(path) && !/__snapshots__|__pycache__|\/datasets\//.test(path));
}

/** What a file imports: paths from the project's folder, or names of packages. */
function imports(file: string): string[] {
  const text = readFileSync(join(PROJECT, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s+'([^']+)'/g)].map(([, target = '']) =>
    target.startsWith('.') ? relative(PROJECT, join(PROJECT, dirname(file), target)).replaceAll('\\', '/') : target,
  );
}

const lib = files('lib', /\.ts$/);
const lambda = files('lambda', /\.ts$/);

test('no phase imports a later one: references point backwards, events close the loop', () => {
  const order = (path: string) => PHASES.findIndex((phase) => path.startsWith(`lib/${phase}/`));
  const forward = lib.flatMap((file) =>
    imports(file)
      .filter((target) => order(file) >= 0 && order(target) > order(file))
      .map((target) => `${file} → ${target}`),
  );
  expect(forward).toEqual([]);
});

test('what all phases share knows no phase', () => {
  const shared = lib.filter((file) => /^lib\/(shared|config|metrics)\//.test(file));
  const wrong = shared.flatMap((file) =>
    imports(file)
      .filter((target) => PHASES.some((phase) => target.startsWith(`lib/${phase}/`)))
      .map((target) => `${file} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('a construct takes nothing from a handler but the contract of its environment', () => {
  const wrong = lib.flatMap((file) =>
    imports(file)
      .filter((target) => target.startsWith('lambda/') && !target.endsWith('/environment'))
      .map((target) => `${file} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('handlers know metrics and the dataset, never the infrastructure', () => {
  const allowed =
    /^(lambda\/|lib\/metrics\/|lib\/metrics$|lib\/config\/dataset$|dataset-description$|node:|@aws-sdk\/|@aws-lambda-powertools\/|zod\/mini$)/;
  const wrong = lambda.flatMap((file) =>
    imports(file)
      .filter((target) => !allowed.test(target))
      .map((target) => `${file} → ${target}`),
  );
  expect(wrong.filter((line) => !line.endsWith('→ aws-lambda'))).toEqual([]);
});

test('metrics depend on nothing', () => {
  const wrong = lib
    .filter((file) => file.startsWith('lib/metrics/'))
    .flatMap((file) => imports(file).filter((target) => !target.startsWith('lib/metrics/')));
  expect(wrong).toEqual([]);
  // Nor on Node: they run in browsers, too.
  const ofNode = lib.filter(
    (file) =>
      file.startsWith('lib/metrics/') &&
      /\b(Buffer|process|require)\b[.(]/.test(readFileSync(join(PROJECT, file), 'utf8')),
  );
  expect(ofNode).toEqual([]);
});

test('what is measured of a model is measured in the metrics library', () => {
  const measuring = [...lambda, ...files('scripts/local', /\.ts$/)].filter((file) =>
    /Math\.(log|log2|exp|sqrt)\(/.test(readFileSync(join(PROJECT, file), 'utf8')),
  );
  expect(measuring).toEqual([]);
  for (const user of ['training/evaluate-model', 'model-monitoring/measure-drift', 'model-monitoring/measure-quality'])
    expect(
      lambda.filter((file) => file.startsWith(`lambda/${user}/`) && imports(file).includes('lib/metrics')),
    ).not.toEqual([]);
});

test('only the app reads context, and no library code the environment of the process', () => {
  const reads = (word: RegExp) =>
    [...lib, ...lambda].filter((file) => word.test(readFileSync(join(PROJECT, file), 'utf8')));
  expect(reads(/tryGetContext|getContext\(/)).toEqual([]);
  expect(reads(/process\.env/)).toEqual(['lambda/shared/environment.ts']);
});

test('nothing that is deployed knows of the local run', () => {
  const knows = [...lib, ...lambda].filter((file) => imports(file).some((target) => target.startsWith('scripts/')));
  expect(knows).toEqual([]);
});

test(`no hand-written file is longer than ${LONGEST_FILE} lines`, () => {
  const long = ['bin', 'lib', 'lambda', 'scripts', 'test']
    .flatMap((folder) => files(folder, /\.(ts|mjs|py)$/))
    .map((file) => ({ file, lines: readFileSync(join(PROJECT, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > LONGEST_FILE);
  expect(long).toEqual([]);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertAssemblyIsOf, cdkArguments, cdkDestroy } from '../../../scripts/destroy/cdk-destroy';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'destroy-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function givenAssembly(...stackNames: readonly string[]) {
  const stacks = stackNames.map((stackName, index) => [
    `Stack${index}`,
    { type: 'aws:cloudformation:stack', properties: { stackName } },
  ]);
  const artifacts = { ...Object.fromEntries(stacks), Tree: { type: 'cdk:tree' } };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts }));
}

function givenCdk(body: string): string {
  const file = join(folder, 'cdk.cjs');
  writeFileSync(file, body);
  return file;
}

test('the app is synthesized for the environment and the dataset that were deployed', () => {
  const args = cdkArguments({ environment: 'sandbox', dataset: '/tables/mine' });

  expect(args).toEqual(expect.arrayContaining(['destroy', '--all', '--force']));
  expect(args.slice(-4)).toEqual(['-c', 'environment=sandbox', '-c', 'dataset=/tables/mine']);
});

test('an assembly that is there is used as it is', () => {
  expect(cdkArguments({ environment: 'sandbox', app: '/somewhere/cdk.out' }).slice(-2)).toEqual([
    '--app',
    '/somewhere/cdk.out',
  ]);
});

test('an assembly with a stack of another environment is refused, since --all would delete it', () => {
  givenAssembly('ml-lifecycle-sandbox-training', 'ml-lifecycle-production-training');

  expect(() => assertAssemblyIsOf('ml-lifecycle-sandbox', folder)).toThrow(/found ml-lifecycle-production-training/);
});

test('an assembly without a stack is refused', () => {
  givenAssembly();

  expect(() => assertAssemblyIsOf('ml-lifecycle-sandbox', folder)).toThrow(/found none/);
});

test('an assembly of the environment is accepted', () => {
  givenAssembly('ml-lifecycle-sandbox-foundation', 'ml-lifecycle-sandbox-training');

  expect(() => assertAssemblyIsOf('ml-lifecycle-sandbox', folder)).not.toThrow();
});

test('the CLI runs with the arguments, and its success is ours', async () => {
  const seen = join(folder, 'seen.json');
  const cdk = givenCdk(`require('fs').writeFileSync(${JSON.stringify(seen)}, JSON.stringify(process.argv.slice(2)))`);

  await cdkDestroy({ environment: 'sandbox' }, () => {}, cdk);

  expect(JSON.parse(readFileSync(seen, 'utf8'))).toEqual(cdkArguments({ environment: 'sandbox' }));
});

test('of all that the CLI prints, what it says about whole stacks is said', async () => {
  const lines = ['Training: destroying... [1/7]', 'training | 3 | DELETE_COMPLETE', '✅  Training: destroyed'];
  const said: string[] = [];

  await cdkDestroy(
    { environment: 'sandbox' },
    (line) => said.push(line),
    givenCdk(`console.log(${JSON.stringify(lines.join('\n'))})`),
  );

  expect(said).toEqual([lines[0], lines[2]]);
});

test('a CLI that fails is a failure with its last lines', async () => {
  const cdk = givenCdk("console.error('bucket is not empty'); process.exit(3)");

  await expect(cdkDestroy({ environment: 'sandbox' }, () => {}, cdk)).rejects.toThrow(
    /ended with 3:\nbucket is not empty/,
  );
});

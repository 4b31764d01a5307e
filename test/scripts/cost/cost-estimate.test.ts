import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { ASSEMBLIES } from '../../proof/broken';

const PROJECT = join(__dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'cost-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: readonly string[]) {
  const command = ['--import', 'tsx', join(PROJECT, 'scripts', 'cost-estimate.ts'), ...args];
  return spawnSync(process.execPath, command, { cwd: PROJECT, encoding: 'utf8' });
}

/** The sandbox with a resource that nobody has a price of. */
function withStream(): string {
  const copy = join(folder, 'with-stream');
  cpSync(ASSEMBLIES.sandbox.folder, copy, { recursive: true });
  const file = join(copy, 'Foundation.template.json');
  const template = JSON.parse(readFileSync(file, 'utf8'));
  template.Resources.Stream = { Type: 'AWS::Kinesis::Stream', Properties: {} };
  writeFileSync(file, JSON.stringify(template));
  return copy;
}

test('one command prints JSON and draws a page of each step, the crossing and what is unpriced, without a script', () => {
  const page = join(folder, 'deep', 'cost.html');

  const { status, stdout, stderr } = run('--env', 'sandbox', '--assembly', withStream(), '--json', '--page', page);

  expect([status, stderr]).toEqual([0, `page: ${page}\n`]);
  const { pass, unpriced } = JSON.parse(stdout);
  expect(unpriced).toEqual([expect.objectContaining({ what: 'AWS::Kinesis::Stream', from: 'Foundation/Stream' })]);
  const { document } = parseHTML(readFileSync(page, 'utf8'));
  expect(document.querySelectorAll('#pass .bars rect')).toHaveLength(pass.steps.length);
  expect(document.querySelectorAll('#load .costs path')).toHaveLength(2);
  expect(document.querySelectorAll('#load .break-evens circle')).toHaveLength(1);
  expect(document.querySelector('#load svg')?.getAttribute('aria-label')).toContain(
    'from 20987500 predictions a month',
  );
  expect(document.querySelector('#unpriced')?.textContent).toContain('AWS::Kinesis::Stream');
  expect(document.querySelectorAll('script, link, img')).toHaveLength(0);
});

test('a region without prices is an error before anything is synthesized', () => {
  const { status, stderr } = run('--env', 'sandbox', '--region', 'eu-north-1');

  expect(status).toBe(1);
  expect(stderr).toContain('there is no price table of eu-north-1, only of us-east-1');
});

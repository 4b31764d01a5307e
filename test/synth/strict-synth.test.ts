import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENVIRONMENTS } from '../../lib/config/environments';

const PROJECT = join(__dirname, '..', '..');
const CDK = join(PROJECT, 'node_modules', 'aws-cdk', 'bin', 'cdk');
/** No account, no credentials, and nothing that answers where AWS would. */
const OFFLINE = {
  PATH: process.env.PATH,
  HOME: mkdtempSync(join(tmpdir(), 'home-')),
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
  CDK_DISABLE_CLI_TELEMETRY: 'true',
};

function synth(...context: string[]) {
  const output = mkdtempSync(join(tmpdir(), 'cdk-'));
  const args = [
    CDK,
    'synth',
    '-q',
    '--strict',
    '--no-notices',
    '--output',
    output,
    ...context.flatMap((each) => ['-c', each]),
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: PROJECT,
    env: OFFLINE,
    encoding: 'utf8',
  });
  return { output, status, printed: `${stdout}${stderr}` };
}

test.each(Object.keys(ENVIRONMENTS))(
  '%s synthesizes without error, warning, account or network, and twice the same',
  (environment) => {
    const first = synth(`environment=${environment}`);
    expect(first.printed).not.toMatch(/warn|error/i);
    expect(first.status).toBe(0);
    const second = synth(`environment=${environment}`);
    expect(execFileSync('diff', ['-r', first.output, second.output]).toString()).toBe('');
  },
);

test('another table synthesizes with no other file changed', () => {
  expect(synth('dataset=test/datasets/iranian-churn')).toMatchObject({ status: 0 });
});

test('a configuration error stops synth with the field, the value and the way out, and no stack of calls', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dataset-'));
  const description = JSON.parse(readFileSync(join(PROJECT, 'lib/config/datasets/churn/description.json'), 'utf8'));
  writeFileSync(join(folder, 'description.json'), JSON.stringify({ ...description, problemType: 'regression' }));
  const { status, printed } = synth(`dataset=${folder}`);
  expect(status).not.toBe(0);
  expect(printed).toMatch(/problemType: found "regression"; only binary-classification is built/);
  expect(printed).not.toMatch(/\n\s+at /);
});

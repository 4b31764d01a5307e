import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PROJECT = join(__dirname, '..', '..', '..');

function preflight(...args: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/preflight.ts', ...args], {
    cwd: PROJECT,
    encoding: 'utf8',
    // Nobody answers there.
    env: { ...process.env, AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' },
  });
}

test('an account that cannot be reached is one finding, and the exit code says that it blocks', () => {
  const { status, stdout } = preflight('--json');

  expect(JSON.parse(stdout)).toEqual([
    {
      question: 'credentials',
      severity: 'blocks-deploy',
      message: expect.stringMatching(/nobody can be asked.*ECONNREFUSED/),
      command: 'aws sts get-caller-identity',
    },
  ]);
  expect(status).toBe(1);
});

test('an unknown option ends with the usage and the code of what did not run', () => {
  const { status, stderr } = preflight('--force');

  expect(stderr).toMatch(/--force.*npm run preflight -- \[options\]/s);
  expect(status).toBe(2);
});

test('an environment that does not exist is told with those that do', () => {
  const { status, stderr } = preflight('--env', 'staging');

  expect(stderr).toMatch(/"staging".*sandbox or production/);
  expect(status).toBe(2);
});

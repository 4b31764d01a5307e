import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PROJECT = join(__dirname, '..', '..');

function destroy(...args: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/destroy.ts', ...args], {
    cwd: PROJECT,
    encoding: 'utf8',
    // Nobody answers there: whatever gets as far as AWS fails.
    env: { ...process.env, AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' },
  });
  return { status, stderr };
}

test('the production environment is refused with what to do by hand', () => {
  const { status, stderr } = destroy('--environment', 'production', '--yes');

  expect(status).toBe(1);
  expect(stderr).toMatch(/production keeps its data.*By hand/);
});

test('an environment that does not exist is told with those that do', () => {
  const { status, stderr } = destroy('--environment', 'staging', '--yes');

  expect(status).toBe(1);
  expect(stderr).toMatch(/"staging".*sandbox or production/);
});

test('an unknown option ends with the usage', () => {
  const { status, stderr } = destroy('--force');

  expect(status).toBe(1);
  expect(stderr).toMatch(/--force.*npm run destroy -- \[options\]/s);
});

test('an account that cannot be reached is a failure', () => {
  const { status, stderr } = destroy('--yes');

  expect(status).toBe(1);
  expect(stderr).toMatch(/destroy failed: .*ECONNREFUSED/);
});

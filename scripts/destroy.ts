import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { environmentNamed } from '../lib/config/check-environment';
import { awsClients } from './destroy/aws-clients';
import { assertAssemblyIsOf, cdkDestroy } from './destroy/cdk-destroy';
import { confirm } from './destroy/confirm';
import { destroyLifecycle } from './destroy/destroy-lifecycle';

/** Removes an environment with all its data from the account that the shell's credentials belong to. */

const USAGE = `npm run destroy -- [options]
  --environment <name>  default: the one in cdk.json
  --dataset <folder>    the dataset that was deployed, default: the one in cdk.json
  --app <cdk.out>       use this assembly and do not synthesize
  --yes                 do not ask`;

function options() {
  try {
    const { values } = parseArgs({
      options: {
        environment: { type: 'string' },
        dataset: { type: 'string' },
        app: { type: 'string' },
        yes: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

async function destroy(): Promise<void> {
  const { environment, dataset, app, yes } = options();
  const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'cdk.json'), 'utf8'));
  const config = environmentNamed(environment ?? context.environment);
  const cdk = {
    environment: config.environment,
    dataset: dataset === undefined ? undefined : resolve(dataset),
    app: app === undefined ? undefined : resolve(app),
  };
  if (cdk.app !== undefined) assertAssemblyIsOf(`${config.project}-${config.environment}`, cdk.app);
  await destroyLifecycle({
    config,
    clients: awsClients(config.region),
    cdkDestroy: () => cdkDestroy(cdk, console.log),
    confirm: yes ? async () => true : confirm,
    sleep,
    say: console.log,
  });
}

try {
  await destroy();
} catch (error) {
  console.error(`destroy failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

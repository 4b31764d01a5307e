import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { handlerBundles } from '../../../lib/config/bundle-handlers';
import type { Dataset } from '../../../lib/config/dataset';
import type { EnvironmentConfig } from '../../../lib/config/environment-config';
import { ENVIRONMENTS } from '../../../lib/config/environments';
import { mlLifecycle } from '../../../lib/ml-lifecycle';
import { DATASETS } from '../../datasets';

const CONTEXT = JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'cdk.json'), 'utf8')).context;

/** The sandbox with other decisions about money: its stacks, and the templates that they change. */
export function givenGovernance(governance: EnvironmentConfig['governance']) {
  const app = new App({ context: CONTEXT });
  const dataset = DATASETS[0] as Dataset;
  const stacks = mlLifecycle(app, {
    config: { ...ENVIRONMENTS.sandbox, governance },
    dataset,
    ...handlerBundles(dataset),
  });
  const template = (stack: Stack) => Template.fromStack(stack);
  return {
    stacks,
    foundation: template(stacks.foundation),
    governance: template(stacks.governance),
    operations: template(stacks.operations),
    budget: stacks.budget && template(stacks.budget),
  };
}

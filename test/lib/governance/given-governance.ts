import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { handlerBundles } from '../../../lib/config/bundle-handlers';
import type { Dataset } from '../../../lib/config/dataset';
import type { EnvironmentConfig } from '../../../lib/config/environment-config';
import { ENVIRONMENTS } from '../../../lib/config/environments';
import { FoundationStack } from '../../../lib/foundation/foundation-stack';
import { BudgetStack } from '../../../lib/governance/budget-stack';
import { mlLifecycle } from '../../../lib/ml-lifecycle';
import { DATASETS } from '../../datasets';

const CONTEXT = JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'cdk.json'), 'utf8')).context;

type Decisions = EnvironmentConfig['governance'];

/** The sandbox with other decisions about money. */
function lifecycle(governance: Decisions) {
  const dataset = DATASETS[0] as Dataset;
  return { config: { ...ENVIRONMENTS.sandbox, governance }, dataset, ...handlerBundles(dataset) };
}

/** All its stacks. */
export function givenLifecycle(governance: Decisions) {
  return mlLifecycle(new App({ context: CONTEXT }), lifecycle(governance));
}

/** Templates of what keeps costs, and of what it tells. */
export function givenBudget(governance: Decisions): { readonly budget: Template; readonly foundation: Template } {
  const app = new App({ context: CONTEXT });
  const foundation = new FoundationStack(app, 'Foundation', lifecycle(governance));
  const budget = new BudgetStack(app, 'Budget', lifecycle(governance), { foundation, others: [] });
  return { budget: Template.fromStack(budget), foundation: Template.fromStack(foundation) };
}

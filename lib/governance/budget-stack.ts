import type { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { EnvironmentConfig } from '../config/environment-config';
import type { FoundationStack } from '../foundation/foundation-stack';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import { CostAnomalies } from './cost-anomalies';
import { CostCategory } from './cost-category';
import { SpendingBudget } from './spending-budget';

/**
 * What a paying account keeps about costs. It stands alone and comes last, because AWS may refuse it to an account that
 * another one pays for: everything else is deployed by then.
 */
export class BudgetStack extends PhaseStack {
  public constructor(
    scope: Construct,
    id: string,
    lifecycle: Lifecycle,
    before: { readonly foundation: FoundationStack; readonly others: readonly Stack[] },
  ) {
    super(scope, id, 'budget', lifecycle);
    for (const stack of before.others) this.addStackDependency(stack, 'a refusal must not keep it from being deployed');
    const { operators } = before.foundation;
    const { budget, costAnomalies, costCategories } = lifecycle.config.governance;
    if (budget !== 'none') new SpendingBudget(this, 'Spending', { ...budget, operators });
    if (costAnomalies !== 'none') new CostAnomalies(this, 'Anomalies', { ...costAnomalies, operators });
    if (costCategories) new CostCategory(this, 'Phases');
  }

  /** Whether there is anything to hold: CloudFormation refuses an empty stack, and one with a placeholder helps nobody. */
  public static isWanted({ governance }: EnvironmentConfig): boolean {
    const { budget, costAnomalies, costCategories } = governance;
    return budget !== 'none' || costAnomalies !== 'none' || costCategories;
  }
}

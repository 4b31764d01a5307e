import { DescribeBudgetsCommand } from '@aws-sdk/client-budgets';
import type { Judged } from './finding';
import type { Question } from './question';

/** Whoever deploys should hear of costs before the bill: some budget with somebody to tell. */
export const budgetRights: Question = {
  id: 'budget-rights',
  needs: ['budgets:ViewBudget'],
  async ask({ account, clients }) {
    const { Budgets = [] } = await clients.budgets.send(new DescribeBudgetsCommand({ AccountId: account }));
    return judgeBudgets(account, Budgets.length);
  },
};

export function judgeBudgets(account: string, budgets: number): Judged[] {
  if (budgets > 0) return [];
  const budget = {
    BudgetName: 'ml-lifecycle',
    BudgetType: 'COST',
    TimeUnit: 'MONTHLY',
    BudgetLimit: { Amount: '50', Unit: 'USD' },
  };
  return [
    {
      severity: 'costs',
      message: 'the account has no budget: nobody hears of costs before the bill',
      command: `aws budgets create-budget --account-id ${account} --budget '${JSON.stringify(budget)}'`,
    },
  ];
}

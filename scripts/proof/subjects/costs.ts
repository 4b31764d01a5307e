import { budgetNotifications } from '../checks/budget-notifications';
import { budgets } from '../checks/budgets';
import { costTags } from '../checks/cost-tags';
import type { Subject } from '../subject';

export const COSTS: Subject = {
  title: 'Costs',
  checks: [budgetNotifications, budgets, costTags],
};

import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { BUDGET_TYPES, FILTERS, TIME_UNITS } from '../facts/budgets';
import { findInEach } from '../find-in-each';
import { type Json, list, numeric, record, records } from '../json';
import { isGiven, notOneOf } from '../one-of';
import { resourcesOf } from '../resources-of';
import { tagsOf } from '../tags-of';
import { textOf } from '../text-of';

/** CloudFormation passes the texts of a budget on as they are, so only AWS Budgets refuses them, in the middle of a deploy. */
export const budgets: Check = {
  id: 'budgets',
  rule: 'A budget has a limit in money and counts what carries a tag of the templates',
  find: findInEach(['AWS::Budgets::Budget'], (resource, assembly) => {
    const budget = record(resource.Properties.Budget);
    return [
      notOneOf('BudgetType', budget.BudgetType, BUDGET_TYPES),
      notOneOf('TimeUnit', budget.TimeUnit, TIME_UNITS),
      ...limitFaults(budget),
      ...filterFaults(budget, resource, assembly),
    ];
  }),
};

function limitFaults({ BudgetType, BudgetLimit, PlannedBudgetLimits, AutoAdjustData }: Json): (string | undefined)[] {
  if (BudgetLimit === undefined)
    return [PlannedBudgetLimits === undefined && AutoAdjustData === undefined ? 'it has no BudgetLimit' : undefined];
  const { Amount, Unit } = record(BudgetLimit);
  const amount = numeric(Amount);
  return [
    !isGiven(Amount) && !(amount !== undefined && amount > 0) ? `Amount is ${Amount}, expected more than 0` : undefined,
    BudgetType === 'COST' && !isGiven(Unit) && !/^[A-Z]{3}$/.test(String(Unit))
      ? `Unit is ${Unit}, expected a currency such as USD`
      : undefined,
  ];
}

/** Bills have the tags of users as `user:key$value`. */
function filterFaults(budget: Json, resource: Placed, assembly: Assembly): (string | undefined)[] {
  const text = (value: unknown) => textOf(value, resource, assembly);
  const filters = record(budget.CostFilters);
  const inBill = list(filters.TagKeyValue).map(text);
  const inExpression = tagsIn(budget.FilterExpression).flatMap(({ Key, Values }) =>
    list(Values).map((value) => `user:${text(Key).replace(/^user:/, '')}$${text(value)}`),
  );
  const carried = new Set(
    resourcesOf(assembly)
      .filter((each) => each !== resource)
      .flatMap((each) => tagsOf(each, assembly).flatMap(({ tags }) => tags.map(({ key, value }) => `${key}$${value}`))),
  );
  const wanted = [...inBill, ...inExpression];
  return [
    wanted.length === 0 ? 'it counts by no tag, so it counts the whole account' : undefined,
    budget.FilterExpression !== undefined && budget.Metrics === undefined
      ? 'it has a FilterExpression and no Metrics, without which AWS Budgets refuses it'
      : undefined,
    budget.FilterExpression !== undefined && budget.CostFilters !== undefined
      ? 'it has both a FilterExpression and CostFilters: AWS Budgets takes one of them'
      : undefined,
    ...Object.keys(filters)
      .filter((name) => !FILTERS.includes(name))
      .map((name) => `CostFilters has ${name}, which AWS Budgets does not know`),
    ...wanted.map((each) =>
      /^user:[^$]+\$[^$]/.test(each)
        ? each.includes('${') || carried.has(each.slice('user:'.length))
          ? undefined
          : `it counts ${each}, a tag that nothing in the templates carries`
        : `it counts ${each}, expected a tag as user:key$value`,
    ),
  ];
}

function tagsIn(expression: unknown): Json[] {
  const { Tags, And, Or, Not } = record(expression);
  return [...records(Tags), ...[...list(And), ...list(Or), ...list(Not)].flatMap(tagsIn)];
}

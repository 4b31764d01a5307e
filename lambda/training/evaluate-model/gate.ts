import type { BusinessGoal } from './business-goal';
import type { Evaluation } from './evaluation';

/** Whether a candidate may be registered, and one sentence that says why, in words and rounded numbers. */
export interface Verdict {
  readonly passes: boolean;
  readonly reason: string;
}

/**
 * Lets a candidate pass that meets the goal's ROC AUC, is no worse than the linear baseline and earns more than acting on
 * nobody or on everybody. A refusal names all that is missing.
 */
export function judge(evaluation: Evaluation, goal: BusinessGoal): Verdict {
  const {
    rocAuc,
    linearRocAuc,
    money: { netValue, constantPolicies: policies },
  } = evaluation;
  const inMoney = (amount: number) =>
    `${amount.toLocaleString('en-US', { maximumFractionDigits: 2 })} ${goal.currency}`;
  const [policy, constant] =
    policies.everybody > policies.nobody ? ['everybody', policies.everybody] : ['nobody', policies.nobody];

  const [auc, minimum] = toldApart(rocAuc, goal.minimum);
  const [ours, linear] = toldApart(rocAuc, linearRocAuc);
  const missing = [
    rocAuc < goal.minimum && `its ROC AUC of ${auc} is below the required ${minimum}`,
    rocAuc < linearRocAuc && `its ROC AUC of ${ours} is below the linear baseline's ${linear}`,
    netValue <= constant &&
      `its decisions on the test set are worth ${inMoney(netValue)}, no more than acting on ${policy} (${inMoney(constant)})`,
  ].filter((each) => each !== false);
  if (missing.length > 0) return { passes: false, reason: `The candidate is refused: ${missing.join('; ')}.` };
  const reason =
    `The candidate passes: its ROC AUC of ${auc} meets the required ${minimum}, the linear baseline reaches ${linear}, ` +
    `and its decisions on the test set are worth ${inMoney(netValue)}, ${inMoney(netValue - constant)} more than acting on ${policy}.`;
  return { passes: true, reason };
}

const DIGITS = 3;
const MOST_DIGITS = 15;

/** Two numbers with as many digits, at least three, as it takes to see that they differ. */
function toldApart(first: number, second: number): [string, string] {
  let digits = DIGITS;
  while (first !== second && digits < MOST_DIGITS && first.toFixed(digits) === second.toFixed(digits)) digits++;
  return [first.toFixed(digits), second.toFixed(digits)];
}

import type { Money } from './money';
import { subtractMoney } from './subtract-money';

/** What is left of a benefit after its cost, exact; negative when it cost more. Throws on two currencies, naming both. */
export function netBenefit({ benefit, cost }: { readonly benefit: Money; readonly cost: Money }): Money {
  return subtractMoney({ from: benefit, subtract: cost });
}

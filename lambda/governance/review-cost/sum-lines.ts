import { type Money, sumDecimals } from '../../../lib/metrics';

interface Amount {
  readonly amount: string;
  readonly currency: string;
}

/** Sum of the amounts in one currency, exact before it is rounded once to the micro-unit; other currencies are left out. */
export function sumLines(lines: readonly Amount[], currency: string): Money {
  const amounts = lines.filter((line) => line.currency === currency).map(({ amount }) => amount);
  return sumDecimals({ amounts, currency });
}

/** The same for each name that `nameOf` finds: the dearest first, equal ones by name. */
export function sumBy<Line extends Amount>(
  lines: readonly Line[],
  currency: string,
  nameOf: (line: Line) => string,
): readonly { readonly name: string; readonly cost: Money }[] {
  const names = [...new Set(lines.filter((line) => line.currency === currency).map(nameOf))];
  return names
    .map((name) => ({
      name,
      cost: sumLines(
        lines.filter((line) => nameOf(line) === name),
        currency,
      ),
    }))
    .sort((a, b) => Number(b.cost.micros - a.cost.micros) || (a.name < b.name ? -1 : 1));
}

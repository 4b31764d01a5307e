import { formatMoney, type Money } from '../../lib/metrics';
import { type Bill, grouped, total } from './bill';
import { type EndpointCost, perThousand } from './endpoint-costs';
import type { Estimate } from './estimate';
import { ASSUMPTIONS, assumed } from './pass-usage';
import { dividedBy, isPositive, type Quantity, rounded } from './quantity';

/** Predictions a month at which endpoints are compared. */
const LOADS = [1_000n, 100_000n, 1_000_000n, 10_000_000n, 100_000_000n] as const;

/** The estimate as text for a terminal. */
export function inWords(estimate: Estimate, showAssumptions = false): string {
  const { environment, table, idle, pass, steps, unpriced } = estimate;
  const { currency } = table;
  const dates = [...table.prices.values()].map(({ source }) => source.date).sort();
  return [
    `What ${environment} costs in ${table.region}, by prices of ${dates[0]} to ${dates.at(-1)}`,
    ...unverified(estimate),
    '',
    'A month in which nobody uses it, after one pass',
    ...rows(grouped(idle.lines, ({ phase }) => phase, currency)),
    '  the same, by price:',
    ...rows(grouped(idle.lines, ({ price }) => price, currency)),
    ...sums(idle),
    '',
    'One pass, from files to watched predictions',
    ...rows(steps.map(({ name, lines }) => ({ name, cost: total(lines, currency) }))),
    ...sums(pass),
    '',
    ...predictions(estimate),
    '',
    unpriced.length === 0 ? 'Nothing is unpriced.' : `Unpriced, and in none of these sums: ${unpriced.length}`,
    ...unpriced.map(({ what, from, reason }) => `  ${what}, ${from}: ${reason}`),
    ...(showAssumptions ? ['', ...assumptions()] : []),
  ].join('\n');
}

/** Money as every sum of the estimate shows it. */
export function cents(money: Money): string {
  return formatMoney({ money, decimals: 4 });
}

/** A load in words, such as 10,000,000. */
export function inThousands(value: bigint): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

function predictions({ way, endpoints, breakEvens, table: { currency } }: Estimate): string[] {
  const amount = (value: Quantity) => `${rounded(value, 6)} ${currency}`;
  return [
    '1,000 predictions',
    ...rows([{ name: 'on their way, whichever endpoint answers', cost: way.full }]),
    ...rows([{ name: 'the same after the always-free tier', cost: way.afterFree }]),
    ...endpoints.flatMap((endpoint) => [
      `  ${endpoint.what}: ${standingCost(endpoint, currency)}`,
      ...LOADS.filter((load) => isWithin(endpoint, load)).map(
        (load) =>
          `    at ${inThousands(load).padStart(11)} a month ${amount(perThousand(endpoint, load)).padStart(20)}`,
      ),
    ]),
    ...breakEvens.map(({ standing, byUse, predictionsAMonth }) =>
      predictionsAMonth
        ? `  ${standing.what} is cheaper than ${byUse.what} from ${inThousands(BigInt(rounded(predictionsAMonth, 0)))} a month`
        : `  ${standing.what} is never cheaper than ${byUse.what}`,
    ),
  ];
}

function standingCost({ aMonth }: EndpointCost, currency: string): string {
  const anHour = dividedBy(aMonth, assumed('hoursOfMonth'));
  return isPositive(aMonth)
    ? `${rounded(aMonth, 2)} ${currency} a month or ${rounded(anHour, 3)} ${currency} an hour, used or not`
    : 'nothing while it waits';
}

/** Above what its autoscaling aims at there would be more instances, at another cost. */
export function isWithin({ mostAMonth }: EndpointCost, load: bigint): boolean {
  return !mostAMonth || load * mostAMonth.denominator <= mostAMonth.numerator;
}

function sums({ full, afterFree }: Bill): string[] {
  return rows([
    { name: 'together', cost: full },
    { name: "together, after the account's always-free tier", cost: afterFree },
  ]);
}

function rows(costs: readonly { readonly name: string; readonly cost: Money }[]): string[] {
  return costs.map(({ name, cost }) => `  ${name.padEnd(50)} ${cents(cost).padStart(16)}`);
}

function unverified({ idle, pass, way }: Estimate): string[] {
  const lines = [...idle.lines, ...pass.lines, ...way.lines];
  const used = new Set(lines.filter(({ row }) => !row.source.verified).map(({ price }) => price));
  return used.size === 0 ? [] : [`Not verified against a price list: ${[...used].sort().join(', ')}`];
}

function assumptions(): string[] {
  const entries = Object.entries(ASSUMPTIONS);
  return [
    'Assumed, since no template says it',
    ...entries.map(([name, { value, unit, why }]) => `  ${name.padEnd(26)} ${`${value} ${unit}`.padEnd(22)} ${why}`),
  ];
}

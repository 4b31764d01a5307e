import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const FOLDER = join(import.meta.dirname, 'prices');
const decimal = z.string().check(z.regex(/^\d+(\.\d+)?$/));
const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const schema = z.strictObject({
  region: z.string(),
  currency: z.string(),
  sources: z.record(z.string(), z.strictObject({ name: z.string(), date: day, verified: z.boolean() })),
  prices: z.array(
    z.strictObject({
      id: z.string(),
      unit: z.string(),
      amount: decimal,
      per: z.optional(z.string().check(z.regex(/^[1-9]\d*$/))),
      source: z.string(),
    }),
  ),
  alwaysFree: z.array(
    z.strictObject({ id: z.string(), prices: z.array(z.string()), units: decimal, source: z.string() }),
  ),
});

/** Where a number was read, and when; unverified unless that goes back to a price list or a pricing page. */
interface Source {
  readonly name: string;
  readonly date: string;
  readonly verified: boolean;
}

/** What so many units of one thing cost. */
export interface Price {
  readonly id: string;
  readonly unit: string;
  /** Decimal text, for `per` units. */
  readonly amount: string;
  readonly per: string;
  readonly source: Source;
}

/** Units a month that nobody pays, in whatever year of the account; one allowance for all of its prices. */
export interface Allowance {
  readonly id: string;
  readonly prices: readonly string[];
  readonly units: string;
  readonly source: Source;
}

export interface PriceTable {
  readonly region: string;
  readonly currency: string;
  readonly prices: ReadonlyMap<string, Price>;
  readonly alwaysFree: readonly Allowance[];
}

/** The dated prices of a region. Throws naming the regions that have a table. */
export function priceTable(region: string): PriceTable {
  const regions = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''));
  if (!regions.includes(region))
    throw new Error(
      `there is no price table of ${region}, only of ${regions.join(', ')}: --region only selects a table, ` +
        `so --region ${regions[0]} prices the same resources there`,
    );
  return asPriceTable(JSON.parse(readFileSync(join(FOLDER, `${region}.json`), 'utf8')));
}

/** Checks a table. Throws on a price said twice, a source that is not listed, and an allowance of no price. */
export function asPriceTable(value: unknown): PriceTable {
  const { region, currency, sources, prices, alwaysFree } = z.parse(schema, value);
  const from = (name: string, id: string): Source => {
    const source = sources[name];
    if (!source) throw new Error(`${id} has the source ${name}, which is not listed`);
    return source;
  };
  const table = new Map<string, Price>();
  for (const price of prices) {
    if (table.has(price.id)) throw new Error(`${price.id} is priced twice`);
    table.set(price.id, { ...price, per: price.per ?? '1', source: from(price.source, price.id) });
  }
  for (const { id, prices: meant } of alwaysFree)
    for (const price of meant) if (!table.has(price)) throw new Error(`${id} is about ${price}, which has no price`);
  const allowances = alwaysFree.map((each) => ({ ...each, source: from(each.source, each.id) }));
  return { region, currency, prices: table, alwaysFree: allowances };
}

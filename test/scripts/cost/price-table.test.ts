import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asPriceTable, priceTable } from '../../../scripts/cost/price-table';

const FILE = join(__dirname, '..', '..', '..', 'scripts', 'cost', 'prices', 'us-east-1.json');
const written = () => JSON.parse(readFileSync(FILE, 'utf8'));

test('every price has a source with a name and a day, and says whether it is verified', () => {
  const { prices, alwaysFree } = priceTable('us-east-1');

  const sources = [...prices.values(), ...alwaysFree].map(({ source }) => source);
  expect(sources.length).toBeGreaterThan(30);
  for (const { name, date, verified } of sources) {
    expect(name).toMatch(/^[a-zA-Z]/);
    expect(date).toMatch(/^2026-\d\d-\d\d$/);
    expect(typeof verified).toBe('boolean');
  }
});

test('what nobody has seen in a price list is not called verified', () => {
  const { prices } = priceTable('us-east-1');

  expect(prices.get('feature-store-write')?.source.verified).toBe(false);
  expect(prices.get('sagemaker-instance:ml.m5.large')?.source.verified).toBe(true);
});

test('a region without prices is refused, and those that have some are named', () => {
  expect(() => priceTable('eu-north-1')).toThrow(
    /no price table of eu-north-1, only of us-east-1.*only selects a table/,
  );
});

test('a price stands in the table once', () => {
  const table = written();
  table.prices.push(table.prices[0]);

  expect(() => asPriceTable(table)).toThrow('is priced twice');
});

test('a source that is not listed is refused', () => {
  const table = written();
  table.prices[0].source = 'hearsay';

  expect(() => asPriceTable(table)).toThrow('hearsay, which is not listed');
});

test('an allowance of something without a price is refused', () => {
  const table = written();
  table.alwaysFree[0].prices = ['lunch'];

  expect(() => asPriceTable(table)).toThrow('about lunch, which has no price');
});

test.each(['-1', '1e3', '', 'free'])('%j is no amount', (amount) => {
  const table = written();
  table.prices[0].amount = amount;

  expect(() => asPriceTable(table)).toThrow();
});

import { readDescription } from '../../../lib/config/read-dataset';
import { type Delivery, makeDelivery } from '../../../scripts/sample/make-delivery';
import { readSample } from '../../../scripts/sample/read-sample';
import { breaksRule, type DeliveredRow, deliveredRows } from './delivered-rows';

const description = readDescription('lib/config/datasets/churn');
const sample = readSample(description);
const columnOf = (role: string) => description.columns.find((column) => column.role === role)?.name ?? '';
const [recordId, eventTime, target] = [columnOf('record-id'), columnOf('event-time'), columnOf('target')];
const measured = description.columns.filter((column) => column.role === 'feature' || column.role === 'facet');

const whole = makeDelivery({ description, customers: 8_000 });
const rows = deliveredRows(whole);
const firstCopies = [...new Map(rows.map((row) => [row.line, row] as const).reverse()).values()];

const positiveShare = ({ positives, labelled }: { positives: number; labelled: number }) => positives / labelled;

function snapshotsByCustomer(): DeliveredRow[][] {
  const customers = new Map<string, DeliveredRow[]>();
  for (const row of firstCopies) {
    const key = row.cells[recordId] ?? '';
    const seen = customers.get(key);
    if (seen) seen.push(row);
    else customers.set(key, [row]);
  }
  return [...customers.values()].map((seen) => seen.sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1)));
}

const isBroken = (row: DeliveredRow) => measured.some((column) => breaksRule(row, column, eventTime));
const timeOf = ({ cells }: DeliveredRow) => cells[eventTime] ?? '';

/** A column's undamaged values in order; categories by name, so that they have an order too. */
function valuesOf(name: string, all: readonly DeliveredRow[]): (number | string)[] {
  const cells = all.map((row) => row.cells[name] ?? '');
  if (cells.some((cell) => Number.isNaN(Number(cell)))) return cells.sort();
  return cells.map(Number).sort((a, b) => a - b);
}

/** Largest difference between the shares of two samples that lie below any one value (Kolmogorov and Smirnov). */
function distance(name: string, some: readonly DeliveredRow[], others: readonly DeliveredRow[]): number {
  const [one, other] = [valuesOf(name, some), valuesOf(name, others)];
  let [largest, below] = [0, 0];
  one.forEach((value, at) => {
    if (value === one[at + 1]) return;
    while (below < other.length && (other[below] as typeof value) <= value) below++;
    largest = Math.max(largest, Math.abs((at + 1) / one.length - below / other.length));
  });
  return largest;
}

describe('A delivery', () => {
  const customersIn = (all: readonly DeliveredRow[]) => new Set(all.map((row) => row.cells[recordId])).size;

  test('holds as many customers as its description says, which is at least 20,000', () => {
    const few = makeDelivery({
      description: { ...description, sample: { ...(description.sample as object), customers: 60 } },
    });

    expect(customersIn(deliveredRows(few))).toBe(60);
    expect(sample.customers).toBeGreaterThanOrEqual(20_000);
  });

  test('holds as many customers as asked for', () => {
    expect(customersIn(rows)).toBe(8_000);
  });

  test('has the described columns in their order in every file', () => {
    const header = description.columns.map((column) => column.name).join(',');

    for (const { text } of whole.files) expect(text.slice(0, text.indexOf('\n'))).toBe(header);
  });

  test('has many fewer customers who leave than customers who stay', () => {
    expect(positiveShare(whole)).toBeGreaterThan(0.12);
    expect(positiveShare(whole)).toBeLessThan(0.22);
  });

  test('knows a label once the weeks after it have passed, and not before', () => {
    const delivered = Date.parse(whole.ingestDate);

    const wrong = firstCopies.filter((row) => {
      const age = (delivered - Date.parse(timeOf(row).slice(0, 10))) / 86_400_000;
      return (row.cells[target] !== '') !== age >= sample.snapshots.labelAfterDays;
    });

    expect(wrong).toEqual([]);
    expect(firstCopies.length - whole.labelled).toBeGreaterThan(0.1 * firstCopies.length);
  });

  test('shows a part of the customers several times, never after they left, always under the same name', () => {
    const personal = description.columns.filter((column) => column.role === 'personal');
    const customers = snapshotsByCustomer();
    const several = customers.filter((seen) => seen.length > 1);
    const left = (row: DeliveredRow) => row.cells[target] === description.positive;

    expect(several.length / customers.length).toBeGreaterThan(0.2);
    expect(several.length / customers.length).toBeLessThan(0.8);
    expect(several.filter((seen) => seen.slice(0, -1).some(left))).toEqual([]);
    for (const { name } of personal)
      expect(several.filter((seen) => seen.some((row) => row.cells[name] !== seen[0]?.cells[name]))).toEqual([]);
  });
});

describe('The dirt of a delivery', () => {
  const perRow = (count: number) => count / firstCopies.length;

  test('is 1 to 2.5 % rows that break a rule, as often as described and far fewer than would stop the run', () => {
    const broken = firstCopies.filter(isBroken);
    const described = sample.dirt.values.filter((spoil) => {
      const column = description.columns.find((each) => each.name === spoil.column);
      return !('missing' in spoil) || (column && 'missing' in column && column.missing === 'quarantine');
    });
    const expected = 1 - described.reduce((kept, { share }) => kept * (1 - share), 1);

    expect(perRow(broken.length)).toBeGreaterThan(0.01);
    expect(perRow(broken.length)).toBeLessThan(0.025);
    expect(perRow(broken.length) / expected).toBeGreaterThan(0.85);
    expect(perRow(broken.length) / expected).toBeLessThan(1.15);
    expect(perRow(broken.length)).toBeLessThan(description.maximumQuarantinedShare / 2);
  });

  test.each([...new Set(sample.dirt.values.map((spoil) => spoil.column))])('is in %s as often as described', (name) => {
    const column = measured.find((each) => each.name === name);
    const damaged = firstCopies.filter(
      (row) => row.cells[name] === '' || (column && breaksRule(row, column, eventTime)),
    );
    const kinds = sample.dirt.values.filter((spoil) => spoil.column === name);
    const expected = firstCopies.length * kinds.reduce((sum, { share }) => sum + share, 0);

    // Chance alone takes a count no farther than three standard deviations.
    expect(Math.abs(damaged.length - expected)).toBeLessThan(3 * Math.sqrt(expected));
  });

  test('is duplicates, which equal another row to the letter', () => {
    const again = perRow(rows.length - firstCopies.length) / sample.dirt.duplicates;

    expect(again).toBeGreaterThan(0.85);
    expect(again).toBeLessThan(1.15);
    expect(whole.rows).toBe(firstCopies.length);
  });

  test('is late records, which stand in the file of a later month than their own', () => {
    const earliest = new Map([...rows].reverse().map((row) => [row.line, row] as const));
    const late = [...earliest.values()].filter((row) => timeOf(row).slice(0, 7) < row.month);

    expect(perRow(late.length) / sample.dirt.late).toBeGreaterThan(0.6);
    expect(perRow(late.length) / sample.dirt.late).toBeLessThan(1.1);
  });
});

describe('Seed and drift', () => {
  const small = { description, customers: 3_000 };
  const calm = makeDelivery({ ...small, seed: 1 });
  const cleanRows = (delivery: Delivery) => deliveredRows(delivery).filter((row) => !isBroken(row));
  const calmRows = cleanRows(calm);

  test('the same options give the same bytes', () => {
    expect(makeDelivery({ ...small, seed: 1, drift: 0 })).toEqual(calm);
  });

  test('another seed gives other customers of the same world', () => {
    const other = makeDelivery({ ...small, seed: 2 });
    const otherRows = cleanRows(other);
    const known = new Set(calmRows.map((row) => row.cells[recordId]));

    expect(otherRows.filter((row) => known.has(row.cells[recordId]))).toEqual([]);
    for (const { name } of measured) expect(distance(name, calmRows, otherRows)).toBeLessThan(0.04);
    expect(Math.abs(positiveShare(other) - positiveShare(calm))).toBeLessThan(0.025);
  });

  test('drift moves the columns that the description names, and no other', () => {
    const drifted = cleanRows(makeDelivery({ ...small, seed: 1, drift: 1 }));

    for (const { name } of measured)
      if (name in sample.drift.shifts) expect(distance(name, calmRows, drifted)).toBeGreaterThan(0.12);
      else expect(distance(name, calmRows, drifted)).toBeLessThan(0.04);
  });

  test('a later ingest date moves every event time with it', () => {
    const later = makeDelivery({ ...small, ingestDate: '2027-01-19' });
    const newest = deliveredRows(later).map(timeOf).sort().at(-1) ?? '';

    expect(newest.slice(0, 10)).toBe('2027-01-18');
  });
});

describe('The fates of a delivery', () => {
  const options = { description, customers: 300 };
  const labels = (all: readonly DeliveredRow[]) => all.map((row) => row.cells[target] ?? '').filter(Boolean);

  test('say of each customer once what will become of it, and agree with every label that the files hold', () => {
    const delivery = makeDelivery(options);
    const newest = new Map(
      deliveredRows(delivery)
        .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
        .map((row) => [row.cells[recordId], row.cells[target]] as const),
    );

    expect(new Set(delivery.fates.map((fate) => fate.recordId)).size).toBe(300);
    expect(new Set(delivery.fates.map(({ positive, known }) => `${positive}/${known}`)).size).toBe(4);
    for (const { recordId: id, positive, known } of delivery.fates) {
      const label = newest.get(id);
      expect(label).toBe(known ? (positive ? description.positive : 'no') : '');
    }
  });

  test('stay as they are when the labels are withheld, and the files say nothing of them', () => {
    const [told, withheld] = [makeDelivery(options), makeDelivery({ ...options, unlabelled: true })];

    expect(withheld.fates).toEqual(told.fates.map((fate) => ({ ...fate, known: false })));
    expect(labels(deliveredRows(withheld))).toEqual([]);
    expect(withheld).toMatchObject({ labelled: 0, positives: 0, rows: told.rows });
  });
});

import type { DatasetDescription } from '../../lib/config/dataset-description';
import { ColumnDraws } from './column-draws';
import { csvLine } from './csv-line';
import { customerSnapshots, DAY_SECONDS, type Snapshot } from './customer-snapshots';
import { driftSample } from './drift-sample';
import { readSample } from './read-sample';
import type { Sample } from './sample-schema';
import { SeededRandom } from './seeded-random';
import { spoilRow } from './spoil-row';

interface DeliveryOptions {
  readonly description: DatasetDescription;
  /** @default 1 */
  readonly seed?: number;
  /** How many customers. @default what the description's sample section says */
  readonly customers?: number;
  /** How far the world has moved: 0 not at all, 1 as far as the description says. @default 0 */
  readonly drift?: number;
  /** YYYY-MM-DD. @default what the description's sample section says */
  readonly ingestDate?: string;
  /** Leaves the target empty everywhere, as if nothing were known yet. @default false */
  readonly unlabelled?: boolean;
}

/** A customer as it was last seen, and what will become of it: what the files do not say. */
export interface Fate {
  readonly recordId: string;
  readonly positive: boolean;
  /** Whether the files say it too. */
  readonly known: boolean;
}

/** Made files that arrive on one day, one for each month of arrival, and what is in them. */
export interface Delivery {
  readonly ingestDate: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly customers: number;
  readonly rows: number;
  readonly labelled: number;
  readonly positives: number;
  /** One for each customer. */
  readonly fates: readonly Fate[];
}

const isoTime = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
const isoDay = (day: number) => isoTime(day * DAY_SECONDS).slice(0, 10);

/** A snapshot as it stands in the file: every column in words, some of them spoilt. */
function written(description: DatasetDescription, sample: Sample, snapshot: Snapshot, random: SeededRandom): string {
  const eventDay = Math.floor(snapshot.eventTime / DAY_SECONDS);
  const cells: Record<string, string> = {};
  for (const column of description.columns) {
    const draw = sample.columns[column.name];
    const value = snapshot.row[column.name] ?? '';
    if (column.role === 'event-time') cells[column.name] = isoTime(snapshot.eventTime);
    else if (column.role === 'target') {
      const negative = column.values.find((each) => each !== description.positive) ?? '';
      cells[column.name] = snapshot.known ? (snapshot.positive ? description.positive : negative) : '';
    } else if (draw?.draw === 'days-before') cells[column.name] = isoDay(eventDay - Number(value));
    else cells[column.name] = draw && 'decimals' in draw ? Number(value).toFixed(draw.decimals) : String(value);
  }
  spoilRow(cells, sample.dirt.values, (days) => isoDay(eventDay + days), random);
  return csvLine(description.columns.map((column) => cells[column.name] ?? ''));
}

/** When a row arrives, in seconds since 1970-01-01: at its event time, or late, but never after the delivery. */
function arrivals({ eventTime }: Snapshot, { dirt }: Sample, deliveryTime: number, random: SeededRandom): number[] {
  const within = ([fewest, most]: readonly [number, number]) => fewest + random.below(most - fewest + 1);
  const delay = random.uniform() < dirt.late ? within(dirt.lateByDays) : 0;
  const first = Math.min(eventTime + delay * DAY_SECONDS, deliveryTime - 1);
  if (random.uniform() >= dirt.duplicates) return [first];
  return [first, Math.min(first + within(dirt.duplicateAfterDays) * DAY_SECONDS, deliveryTime - 1)];
}

/**
 * Makes one delivery of a made table. The same options give the same bytes on every machine, and the seed never drifts:
 * another seed gives other customers of the same world, drift moves the world around the same customers. Throws `ConfigError` for a sample section that cannot be made.
 */
export function makeDelivery({ description, seed = 1, drift = 0, ...options }: DeliveryOptions): Delivery {
  const sample = readSample(description);
  const { customers = sample.customers, ingestDate = sample.ingestDate, unlabelled = false } = options;
  const deliveryDay = Date.parse(ingestDate) / 1000 / DAY_SECONDS;
  const world = driftSample(sample, drift);
  const draws = new ColumnDraws(description, sample, world, seed);
  const streams = { times: new SeededRandom(seed, 'times'), fates: new SeededRandom(seed, 'fates') };
  const dirt = new SeededRandom(seed, 'dirt');
  const idColumn = description.columns.find(({ role }) => role === 'record-id')?.name ?? '';

  const arrived: { at: number; line: string }[] = [];
  const fates: Fate[] = [];
  let [rows, labelled, positives] = [0, 0, 0];
  for (let customer = 0; customer < customers; customer++) {
    const seen = customerSnapshots(draws, sample, world.label, deliveryDay, streams);
    for (const each of seen) {
      const snapshot = { ...each, known: each.known && !unlabelled };
      const line = written(description, sample, snapshot, dirt);
      for (const at of arrivals(snapshot, sample, deliveryDay * DAY_SECONDS, dirt)) arrived.push({ at, line });
      rows++;
      if (snapshot.known) labelled++;
      if (snapshot.known && snapshot.positive) positives++;
    }
    const last = seen.at(-1);
    if (last)
      fates.push({
        recordId: String(last.row[idColumn]),
        positive: last.positive,
        known: last.known && !unlabelled,
      });
  }
  arrived.sort((a, b) => a.at - b.at);

  const header = csvLine(description.columns.map((column) => column.name));
  const months = new Map<string, string[]>();
  for (const { at, line } of arrived) {
    const month = isoTime(at).slice(0, 7);
    const lines = months.get(month) ?? [header];
    months.set(month, lines);
    lines.push(line);
  }
  const files = [...months].map(([month, lines]) => ({
    name: `${description.name}-${month}.csv`,
    text: lines.join(''),
  }));
  return { ingestDate, files, customers, rows, labelled, positives, fates };
}

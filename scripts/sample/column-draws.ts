import { ConfigError } from '../../lib/config/config-error';
import type { DatasetDescription, DescribedColumn } from '../../lib/config/dataset-description';
import { drawText } from './draw-text';
import { drawValue, type NormalDraw } from './draw-value';
import type { DriftedWorld } from './drift-sample';
import type { Draw, Sample } from './sample-schema';
import { SeededRandom } from './seeded-random';

/** A pattern that gives no new record id after this many tries has too few of them. */
const MOST_ATTEMPTS = 100;

/** A customer's columns at one moment; a day column holds the days that lie between its day and the event. */
export type Row = Record<string, number | string>;
type Traits = Record<string, number>;

/** What stays the same for one customer over all of its snapshots. */
interface Customer {
  /** Of the first snapshot, in days since 1970-01-01. */
  readonly firstDay: number;
  readonly traits: Traits;
  readonly words: Readonly<Record<string, string>>;
  /** What was drawn once and stays; a day column's days before the first snapshot. */
  readonly kept: Row;
}

/** One moment of one customer while its columns are being drawn. */
interface Moment {
  readonly customer: Customer;
  readonly traits: Traits;
  readonly daysLater: number;
  readonly row: Row;
}

function drawnOnce(draw: Draw, name: string, { customer }: Moment, make: () => number | string): number | string {
  const once = draw.draw === 'text' || draw.draw === 'days-before' || ('each' in draw && draw.each === 'customer');
  if (!once) return make();
  customer.kept[name] ??= make();
  return customer.kept[name];
}

function normalAt(draw: NormalDraw, traits: Traits, shift: number, random: SeededRandom): number {
  let [sum, chance] = [shift, 1];
  for (const [trait, load] of Object.entries(draw.traits ?? {})) {
    sum += load * (traits[trait] ?? 0);
    chance -= load * load;
  }
  return sum + Math.sqrt(Math.max(0, chance)) * random.normal();
}

/** Draws again as long as the text was drawn before. */
function unique(column: string, taken: Set<string>, make: () => string): string {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const text = make();
    if (!taken.has(text)) {
      taken.add(text);
      return text;
    }
  }
  throw new ConfigError(`sample.columns.${column}.pattern`, [...taken][0], 'add # or ?: it makes too few record ids');
}

function drawColumn(draw: Draw, column: DescribedColumn, shift: number, random: SeededRandom) {
  const taken = new Set<string>();
  const text = (pattern: string, empty: number, { words }: Customer) => {
    if (column.role === 'record-id') return unique(column.name, taken, () => drawText(pattern, words, random));
    return random.uniform() < empty ? '' : drawText(pattern, words, random);
  };
  return (moment: Moment): number | string => {
    const { customer, traits, row, daysLater } = moment;
    if (draw.draw === 'years-since') return Math.floor(Number(row[draw.column]) / 365.25);
    const value = drawnOnce(draw, column.name, moment, () => {
      if (draw.draw === 'text') return text(draw.pattern, draw.empty, customer);
      const scaledBy = 'scaledBy' in draw ? draw.scaledBy : undefined;
      const factor = scaledBy ? (scaledBy.factors[String(row[scaledBy.column])] ?? 1) : 1;
      return drawValue(draw, column, normalAt(draw, traits, shift, random), factor, random);
    });
    return draw.draw === 'days-before' ? Number(value) + daysLater : value;
  };
}

/**
 * Draws customers and their columns as the description's sample section says, moved by `shifts`. Every column has its
 * own stream of the seed, so that a change to one column changes no other.
 */
export class ColumnDraws {
  private readonly drawers: readonly (readonly [string, (moment: Moment) => number | string])[];
  private readonly people: SeededRandom;
  private readonly moments: SeededRandom;

  public constructor(
    description: DatasetDescription,
    private readonly sample: Sample,
    { shifts }: DriftedWorld,
    seed: number,
  ) {
    this.people = new SeededRandom(seed, 'people');
    this.moments = new SeededRandom(seed, 'moments');
    this.drawers = Object.entries(sample.columns).flatMap(([name, draw]) => {
      const column = description.columns.find((each) => each.name === name);
      if (!column) return [];
      return [[name, drawColumn(draw, column, shifts[name] ?? 0, new SeededRandom(seed, `column ${name}`))] as const];
    });
  }

  /** A new customer whose first snapshot lies on this day. */
  public customer(firstDay: number): Customer {
    const { traits, lists } = this.sample;
    const base = Object.keys(traits).map((trait) => [trait, this.people.normal()] as const);
    const words = Object.entries(lists).map(([list, all]) => [list, all[this.people.below(all.length)] ?? ''] as const);
    return { firstDay, traits: Object.fromEntries(base), words: Object.fromEntries(words), kept: {} };
  }

  /** All columns of a customer on a day, but for the event time and the target. */
  public row(customer: Customer, day: number): Row {
    const traits: Traits = {};
    // Correlation of two snapshots = share of the variance that both have from the customer.
    for (const [trait, { memory }] of Object.entries(this.sample.traits))
      traits[trait] = Math.sqrt(memory) * (customer.traits[trait] ?? 0) + Math.sqrt(1 - memory) * this.moments.normal();
    const moment: Moment = { customer, traits, daysLater: day - customer.firstDay, row: {} };
    for (const [name, draw] of this.drawers) moment.row[name] = draw(moment);
    return moment.row;
  }
}

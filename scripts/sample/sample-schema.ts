import { z } from 'zod';

const share = z.number().min(0).max(1);
const days = z.number().int().min(0);
const span = z.tuple([days, days]).refine(([from, to]) => from <= to, 'write [fewest, most]');

const drawn = {
  /** How much each trait moves this column, as correlations: what their squares leave over to 1 is chance. */
  traits: z
    .record(z.string(), z.number())
    .refine(
      (loads) => Object.values(loads).reduce((sum, load) => sum + load * load, 0) <= 1,
      'squares add up to over 1',
    )
    .optional(),
  /** Drawn once a customer, or anew for each snapshot. */
  each: z.enum(['customer', 'snapshot']).default('snapshot'),
};

const numeric = {
  ...drawn,
  decimals: z.number().int().min(0).max(6).default(0),
  /** Share of the rows in which the value is 0 whatever the draw. */
  zeros: share.default(0),
  /** The draw is multiplied by a factor for each value of a category column drawn before. */
  scaledBy: z.strictObject({ column: z.string(), factors: z.record(z.string(), z.number()) }).optional(),
};
const spread = z.number().positive();

const draw = z.discriminatedUnion('draw', [
  z.strictObject({ draw: z.literal('normal'), mean: z.number(), spread, ...numeric }),
  z.strictObject({ draw: z.literal('log-normal'), median: z.number().positive(), spread, ...numeric }),
  /** Counts with mean × e^(spread × z) on average. */
  z.strictObject({ draw: z.literal('count'), mean: z.number().positive().max(100), spread, ...numeric }),
  z.strictObject({ draw: z.literal('category'), shares: z.record(z.string(), share), ...drawn }),
  z.strictObject({ draw: z.literal('flag'), share, ...drawn }),
  /** A day before the customer's first snapshot, drawn once a customer; the number of days is log-normal. */
  z.strictObject({
    draw: z.literal('days-before'),
    median: z.number().positive(),
    spread,
    within: span,
    traits: drawn.traits,
  }),
  /** Whole years from a day drawn before to the event time. */
  z.strictObject({ draw: z.literal('years-since'), column: z.string() }),
  /** Once a customer: `#` a digit, `?` a letter, `{list}` a word of a list, `{list|plain}` in a–z only. */
  z.strictObject({
    draw: z.literal('text'),
    pattern: z.string().min(1),
    /** Share of the customers that have no text. */
    empty: share.default(0),
  }),
]);

/** True counts as 1, false as 0. */
const condition = z.union([
  z.strictObject({ column: z.string(), is: z.array(z.string()).min(1) }),
  z.strictObject({ column: z.string(), above: z.number() }),
]);
/** (value - centre) / scale, cut at ±3 so that no single row rules; a day's value is the days up to the event time. */
const scaled = z.strictObject({ column: z.string(), centre: z.number(), scale: z.number().positive() });
const weight = z.number();
const term = z.union([
  z.strictObject({ weight, times: z.array(z.union([condition, scaled])).min(1) }),
  z.strictObject({ weight, exactlyOneOf: z.tuple([condition, condition]) }),
  z.strictObject({ weight, square: scaled }),
]);

const spoiled = { column: z.string(), share };
const spoil = z.union([
  z.strictObject({ ...spoiled, missing: z.literal(true) }),
  z.strictObject({ ...spoiled, instead: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ ...spoiled, negated: z.literal(true) }),
  z.strictObject({ ...spoiled, daysAfterEvent: span }),
]);

/** How a made table is made: the `sample` section of its description. Only the generator reads it. */
export const sampleSchema = z.strictObject({
  customers: z.number().int().positive(),
  /** The day of the delivery unless the caller gives another; every time in the rows lies before it. */
  ingestDate: z.iso.date(),
  /** Normal variables behind the columns; `memory` is the correlation between two snapshots of one customer. */
  traits: z.record(z.string(), z.strictObject({ memory: share })),
  snapshots: z.strictObject({
    everyDays: days.min(1),
    /** An event time lies up to this many days before its month's day. */
    spreadDays: days,
    /** Weights of a customer's first snapshot lying 0, 1, 2, … months back. */
    firstMonthsBack: z.array(z.number().min(0)).min(1),
    /** Chance that a customer who stayed is seen in each later month. */
    seenAgain: share,
    /** A label is known this long after its event time; younger rows have none. */
    labelAfterDays: days.min(1),
  }),
  /** Words to choose from, written one after the other with " | " between them. */
  lists: z.record(
    z.string(),
    z.string().transform((words) => words.split(' | ')),
  ),
  columns: z.record(z.string(), draw),
  /** The log-odds of the target's positive value, as named terms over the undamaged columns. */
  label: z.strictObject({ intercept: z.number(), terms: z.record(z.string(), term) }),
  dirt: z.strictObject({
    /** Share of the rows delivered twice. */
    duplicates: share,
    duplicateAfterDays: span,
    /** Share of the rows that arrive this much later than the rest. */
    late: share,
    lateByDays: span,
    values: z.array(spoil),
  }),
  /** What `--drift 1` does; other strengths in proportion. */
  drift: z.strictObject({
    /** By how many standard deviations a column's draw moves. */
    shifts: z.record(z.string(), z.number()),
    intercept: z.number(),
    /** The new weights of some of the label's terms. */
    weights: z.record(z.string(), z.number()),
  }),
});

export type Sample = z.infer<typeof sampleSchema>;
export type Draw = Sample['columns'][string];
export type Term = Sample['label']['terms'][string];
type Condition = z.infer<typeof condition>;
export type Factor = Condition | z.infer<typeof scaled>;
export type Spoil = z.infer<typeof spoil>;

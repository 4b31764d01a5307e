import { checkSameLength, EmptyInputError, type ScoredParts, type ScoredRows } from '../shared/scored-rows';
import { bucketScale } from './bucket-scale';

/** More places to write to at a time than the processor's caches have room for cost more than they save. */
const MOST_BUCKETS = 2048;
const ROWS_PER_BUCKET = 16;

/** Scores as wide as they came: 4 bytes for 32-bit floats, 8 for all else. */
export type ScoreArray = Float64Array | Float32Array;

/** Scores of a range, by class; in no order within. */
export interface ScoreBucket {
  readonly positives: ScoreArray;
  readonly negatives: ScoreArray;
}

export interface BucketedScores {
  /** Every score of a bucket is below each of the next. */
  readonly buckets: readonly ScoreBucket[];
  readonly positives: number;
  readonly negatives: number;
  readonly lowest: number;
  readonly highest: number;
}

interface Seen {
  readonly rows: number;
  readonly positives: number;
  readonly lowest: number;
  readonly highest: number;
}

const NOTHING_SEEN: Seen = { rows: 0, positives: 0, lowest: Infinity, highest: -Infinity };

/**
 * Puts scored rows, in one part or in many, into buckets of equal width: a pass to look, one to count and one to write, 8
 * bytes a row at most. Throws on empty input, different lengths, labels other than 0 and 1 and scores that are not finite, naming
 * index and value.
 */
export function bucketScores(scored: ScoredParts): BucketedScores {
  const parts = 'score' in scored ? [scored] : scored;
  const { rows, positives, lowest, highest } = parts.map(look).reduce(together, NOTHING_SEEN);
  if (rows === 0) throw new EmptyInputError('actual needs at least 1 row');
  const buckets = Math.min(Math.ceil(rows / ROWS_PER_BUCKET), MOST_BUCKETS);
  const scale = bucketScale({ buckets, lowest, highest });
  // Two places a bucket: its negatives, then its positives.
  const ends = new Uint32Array(2 * buckets + 1);
  for (const part of parts) count(part, { lowest, scale, ends });
  for (let place = 1; place < ends.length; place++) ends[place] = (ends[place] as number) + (ends[place - 1] as number);
  const isNarrow = parts.every(({ score }) => score instanceof Float32Array);
  const scores: ScoreArray = isNarrow ? new Float32Array(rows) : new Float64Array(rows);
  for (const part of parts) write(part, { lowest, scale, ends }, scores);
  const places = Array.from({ length: 2 * buckets }, (_, place) => scores.subarray(ends[place - 1] ?? 0, ends[place]));
  return {
    buckets: Array.from({ length: buckets }, (_, bucket) => ({
      negatives: places[2 * bucket] as ScoreArray,
      positives: places[2 * bucket + 1] as ScoreArray,
    })),
    positives,
    negatives: rows - positives,
    // No bound of -0: it would be told apart from 0.
    lowest: lowest + 0,
    highest: highest + 0,
  };
}

function together(one: Seen, other: Seen): Seen {
  return {
    rows: one.rows + other.rows,
    positives: one.positives + other.positives,
    lowest: Math.min(one.lowest, other.lowest),
    highest: Math.max(one.highest, other.highest),
  };
}

function look({ actual, score }: ScoredRows): Seen {
  checkSameLength(actual, score, 'actual and score');
  let [positives, lowest, highest] = [0, Infinity, -Infinity];
  for (let index = 0; index < score.length; index++) {
    const label = actual[index] as number;
    const value = score[index] as number;
    // Not `label === 1`: the processor would guess a branch by the label wrong every third row.
    if ((label & 1) !== label || value - value !== 0) refuse(label, value, index);
    positives += label;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return { rows: score.length, positives, lowest, highest };
}

function refuse(label: number, value: number, index: number): never {
  if (label !== 0 && label !== 1) throw new RangeError(`actual[${index}] is ${label}, expected 0 or 1`);
  throw new RangeError(`score[${index}] is ${value}, expected a finite number`);
}

interface Places {
  readonly lowest: number;
  readonly scale: number;
  readonly ends: Uint32Array;
}

function count({ actual, score }: ScoredRows, { lowest, scale, ends }: Places): void {
  for (let index = 0; index < score.length; index++) {
    const place = ((((score[index] as number) - lowest) * scale) | 0) * 2 + (actual[index] as number) + 1;
    ends[place] = (ends[place] as number) + 1;
  }
}

function write({ actual, score }: ScoredRows, { lowest, scale, ends }: Places, to: ScoreArray): void {
  for (let index = 0; index < score.length; index++) {
    const value = score[index] as number;
    const place = (((value - lowest) * scale) | 0) * 2 + (actual[index] as number);
    const at = ends[place] as number;
    to[at] = value;
    ends[place] = at + 1;
  }
}

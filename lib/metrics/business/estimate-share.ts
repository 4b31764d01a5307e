import { checkCount } from '../shared/check-count';
import { wilsonInterval } from '../statistics/wilson-interval';
import type { EstimatedValue } from './estimated-value';

interface EstimateShareOptions {
  readonly part: number;
  readonly rows: number;
  readonly confidence: number | undefined;
  /** What the caller calls the two counts. */
  readonly names: readonly [part: string, rows: string];
  readonly reason: string;
}

/** `part` of `rows` with Wilson's interval; of no rows it is undefined, because of `reason`. Throws on counts that are none. */
export function estimateShare({ part, rows, confidence, names, reason }: EstimateShareOptions): EstimatedValue {
  checkCount(part, names[0]);
  checkCount(rows, names[1]);
  if (part > rows) throw new RangeError(`${names[0]} is ${part}, more than ${names[1]}, which is ${rows}`);
  if (rows === 0) return { value: null, reason };
  return { value: part / rows, interval: wilsonInterval({ successes: part, trials: rows, confidence }), rows };
}

import { parseOutcome } from '../../shared/prediction-log';
import type { HourlyLog } from '../shared/hourly-log';
import { checkReadable, type ReadLines, readLines } from '../shared/read-lines';
import type { Target } from './goal';

export interface ReadOutcomes extends ReadLines {
  /** What became of each prediction: 1 for the target's positive value, 0 for its negative one. */
  readonly actual: ReadonlyMap<string, 0 | 1>;
}

/** The newest outcome of each inference id in `keys`; feedback alone is none, and a value that the target cannot have is bad. */
export async function readOutcomes(log: HourlyLog, keys: readonly string[], target: Target): Promise<ReadOutcomes> {
  const newest = new Map<string, { readonly actual: 0 | 1; readonly at: number }>();
  const parse = (line: string) => {
    const outcome = parseOutcome(line);
    if (outcome.actual === undefined || outcome.actual === target.positive || outcome.actual === target.negative)
      return outcome;
    throw new Error('the actual value is none of the target');
  };
  const read = await readLines(log, keys, parse, ({ inferenceId, actual, recordedAt }) => {
    const at = Date.parse(recordedAt);
    const known = newest.get(inferenceId);
    if (actual !== undefined && !(known && known.at >= at))
      newest.set(inferenceId, { actual: actual === target.positive ? 1 : 0, at });
  });
  checkReadable(read);
  return { ...read, actual: new Map([...newest].map(([inferenceId, { actual }]) => [inferenceId, actual])) };
}

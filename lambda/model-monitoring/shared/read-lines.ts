import { inParallel } from '../../shared/in-parallel';
import type { HourlyLog } from './hourly-log';

/** Objects read at a time. */
const PARALLEL = 16;
/** More lines are left unread, the oldest first: no finding needs more, and what is kept of each must fit into memory. */
const MOST_LINES = 1_000_000;
const TOLD_PROBLEMS = 3;

/** What came of reading a part of a log. */
export interface ReadLines {
  readonly objects: number;
  readonly lines: number;
  readonly badLines: number;
  /** The first few bad lines: which object, and what is wrong, without what stands there. */
  readonly problems: readonly string[];
  /** Objects left alone because of the limit. */
  readonly unreadObjects: number;
}

/** Hands every line of the objects to `take`, the newest objects first; lines that cannot be parsed are counted. */
export async function readLines<Row>(
  log: HourlyLog,
  keys: readonly string[],
  parse: (line: string) => Row,
  take: (row: Row) => void | Promise<void>,
  mostLines = MOST_LINES,
): Promise<ReadLines> {
  const newestFirst = [...keys].reverse();
  const problems: string[] = [];
  let [objects, lines, badLines] = [0, 0, 0];
  const readObject = async (key: string) => {
    for await (const line of log.lines(key)) {
      lines++;
      const row = attempt(parse, line);
      if (row instanceof Error) {
        badLines++;
        if (problems.length < TOLD_PROBLEMS) problems.push(`${key}: ${row.message}`);
      } else await take(row);
    }
  };
  for (; objects < keys.length && lines < mostLines; objects = Math.min(objects + PARALLEL, keys.length))
    await inParallel(newestFirst.slice(objects, objects + PARALLEL), PARALLEL, readObject);
  return { objects, lines, badLines, problems, unreadObjects: keys.length - objects };
}

/** Throws when every line was bad: then the log is not what it should be, and a finding would be about nothing. */
export function checkReadable({ objects, lines, badLines, problems }: ReadLines): void {
  if (lines > 0 && badLines === lines) throw new Error(`no line of ${objects} objects can be read: ${problems[0]}`);
}

function attempt<Row>(parse: (line: string) => Row, line: string): Row | Error {
  try {
    return parse(line);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

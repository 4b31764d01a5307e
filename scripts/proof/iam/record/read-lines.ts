import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { NoRecordError } from './no-record-error';

/** The lines of a file of JSON; the last one may be cut off, as whoever wrote it was. Throws NoRecordError without a file. */
export function readLines<Schema extends z.ZodMiniType>(
  file: string,
  line: Schema,
  command: string,
): z.infer<Schema>[] {
  if (!existsSync(file)) throw new NoRecordError(`there is no ${file}`, command);
  const whole = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return whole.map((text, at) => {
    const read = z.safeParse(line, parsed(text));
    if (!read.success) throw new NoRecordError(`line ${at + 1} of ${file} is not as it is written now`, command);
    return read.data;
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

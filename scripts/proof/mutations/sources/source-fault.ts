import type { Described } from '../fault';

/** One thing that is wrong in a handler or in a job's script. */
export interface SourceFault extends Described {
  /** From the project's root. */
  readonly file: string;
  /** A text that stands exactly once in the file. */
  readonly from: string;
  readonly to: string;
}

type Written = readonly [id: string, title: string, from: string, to: string, reason?: string];

/** Faults of one class in one file. */
export function faultsIn(name: string, file: string, written: readonly Written[]): readonly SourceFault[] {
  return written.map(([id, title, from, to, reason]) => ({ id, class: name, title, file, from, to, reason }));
}

/** The file's text with the fault in it. Throws unless its place is there once. */
export function seededText({ file, from, to }: SourceFault, text: string): string {
  const places = text.split(from).length - 1;
  if (places !== 1) throw new Error(`${file} holds the place of the fault ${places} times: ${from}`);
  return text.replace(from, () => to);
}

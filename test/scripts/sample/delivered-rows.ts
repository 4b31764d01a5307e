import type { DescribedColumn } from '../../../lib/config/dataset-description';
import type { Delivery } from '../../../scripts/sample/make-delivery';

/** A line of a delivered file under its header's names, and the month that the file is of (YYYY-MM). */
export interface DeliveredRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly line: string;
  readonly month: string;
}

function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)];
  return cells.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '');
}

/** All rows of a delivery in the order of its files. */
export function deliveredRows(delivery: Pick<Delivery, 'files'>): DeliveredRow[] {
  return delivery.files.flatMap(({ name, text }) => {
    const [header = '', ...lines] = text.trimEnd().split('\n');
    const names = cellsOf(header);
    const month = /(\d{4}-\d{2})\.csv$/.exec(name)?.[1] ?? '';
    return lines.map((line) => {
      const cells = cellsOf(line);
      return { line, month, cells: Object.fromEntries(names.map((column, at) => [column, cells[at] ?? ''])) };
    });
  });
}

/** Whether a row breaks the rule of a column, so that preparation will quarantine it; an empty cell may be filled. */
export function breaksRule({ cells }: DeliveredRow, column: DescribedColumn, eventTime: string): boolean {
  if (!('missing' in column)) return false;
  const cell = cells[column.name] ?? '';
  if (cell === '') return column.missing === 'quarantine';
  if ('range' in column) return !(Number(cell) >= column.range[0] && Number(cell) <= column.range[1]);
  if ('values' in column) return !column.values.includes(cell);
  return column.type === 'date' && !(Date.parse(cell) <= Date.parse(cells[eventTime] ?? ''));
}

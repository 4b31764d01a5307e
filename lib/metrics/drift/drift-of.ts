import { EmptyInputError } from '../shared/scored-rows';
import type { ColumnBaseline, ColumnCounts } from './column-baseline';
import { columnDrift } from './column-drift';
import type { Drift, DriftRules } from './drift';
import { worstColumn } from './worst-column';

/**
 * Compares every column of a stored baseline with what is now, in the same order. Each column gets an equal part of the false
 * alarms (Bonferroni), so twice the columns make no more of them. Throws as `columnDrift` does, on different numbers of
 * columns, and when there is none.
 */
export function driftOf({
  baseline,
  now,
  rules,
}: {
  readonly baseline: readonly ColumnBaseline[];
  readonly now: readonly ColumnCounts[];
  readonly rules: DriftRules;
}): Drift {
  if (baseline.length !== now.length)
    throw new RangeError(`baseline and now differ in columns: ${baseline.length} and ${now.length}`);
  const { smallestDrift } = rules;
  const falseAlarmRate = rules.falseAlarmRate / baseline.length;
  const columns = baseline.map((column, index) =>
    columnDrift({ baseline: column, now: now[index] as ColumnCounts, falseAlarmRate, smallestDrift }),
  );
  const worst = worstColumn(columns);
  if (!worst) throw new EmptyInputError('baseline needs at least 1 column');
  return { columns, worst };
}

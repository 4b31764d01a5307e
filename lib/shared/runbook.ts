/** Where operators read what to do; a test finds every alarm's entry in it. */
export const RUNBOOK = 'docs/runbook.md';

/** The runbook's entry for an alarm, `TrainingFailed` → `docs/runbook.md#training-failed`. */
export function runbookEntry(alarm: string): string {
  return `${RUNBOOK}#${alarm.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase()}`;
}

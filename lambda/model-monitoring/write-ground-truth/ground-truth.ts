import type { LoggedOutcome } from '../../shared/prediction-log';

/**
 * What became of predictions as Model Monitor reads it, JSON lines by the folder of the prediction's hour: its merge joins
 * predictions and ground truth of the same hours. Told twice, the newest counts; feedback alone says nothing.
 */
export function groundTruth(outcomes: readonly LoggedOutcome[], positive: string): Map<string, string> {
  const newest = new Map<string, LoggedOutcome>();
  for (const outcome of outcomes) {
    const told = newest.get(outcome.inferenceId);
    if (outcome.actual !== undefined && (!told || told.recordedAt <= outcome.recordedAt))
      newest.set(outcome.inferenceId, outcome);
  }
  const lines = new Map<string, string>();
  for (const { inferenceId, actual } of newest.values()) {
    const folder = hourFolder(inferenceId);
    lines.set(folder, `${lines.get(folder) ?? ''}${groundTruthLine(inferenceId, actual === positive ? '1' : '0')}\n`);
  }
  return lines;
}

function groundTruthLine(eventId: string, data: '0' | '1'): string {
  const line = { groundTruthData: { data, encoding: 'CSV' }, eventMetadata: { eventId }, eventVersion: '0' };
  return JSON.stringify(line);
}

/** `2026112109-…` gives `2026/11/21/09`. */
function hourFolder(inferenceId: string): string {
  return inferenceId.slice(0, 'yyyymmddhh'.length).replace(/^(\d{4})(\d\d)(\d\d)(\d\d)$/, '$1/$2/$3/$4');
}

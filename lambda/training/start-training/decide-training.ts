import { createHash } from 'node:crypto';
import type { TrainingRequest } from './training-request';

/** One training as this door knows it: what was asked, what it was trained on, and how it is told apart. */
export interface TrainingRun {
  readonly pipelineName: string;
  /** Time of the event that asked for it, in ISO 8601. */
  readonly eventTime: string;
  readonly cause: string;
  readonly datasets: string;
  readonly datasetsHash: string;
  /** Labelled rows in its datasets. */
  readonly labels: number;
  /** Labelled rows of the last training before it that succeeded; 0 when there was none. */
  readonly labelsBefore: number;
  /** Counts the starts of this pipeline from 1. */
  readonly attempt: number;
  /** ClientRequestToken: SageMaker starts one execution for it, however often it is asked. */
  readonly token: string;
  /** Missing while SageMaker has not confirmed the start. */
  readonly executionArn?: string;
}

export interface Situation {
  readonly pipelineName: string;
  readonly lastRun?: TrainingRun;
  /** What became of `lastRun`; undefined when SageMaker no longer knows it. */
  readonly lastStatus?: string;
  /** Whether any execution of the pipeline, started by whomever, is still at work. */
  readonly isRunning: boolean;
  readonly versionExists: boolean;
}

interface TrainingRules {
  /** Hours between the events of two trainings; a training that failed or was stopped takes none. */
  readonly coolDownHours: number;
  /** Labelled rows that must have come since the last training that succeeded. */
  readonly minimumNewLabels: number;
}

export interface Question {
  readonly request: TrainingRequest;
  readonly manifest: { readonly hash: string; readonly labels: number };
  readonly situation: Situation;
  readonly rules: TrainingRules;
}

/** `quiet` is false when somebody has to look: what was asked for would have mended nothing. */
export type TrainingDecision =
  | { readonly start: true; readonly run: TrainingRun }
  | { readonly start: false; readonly reason: string; readonly quiet: boolean };

const HOUR_MILLISECONDS = 3_600_000;

/** Decides whether a training starts: one at a time, none in the cool-down, none without labels worth it. Reads no clock. */
export function decideTraining({ request, manifest, situation, rules }: Question): TrainingDecision {
  const { lastRun, lastStatus, isRunning, versionExists } = situation;
  const succeeded = lastStatus === 'Succeeded';
  if (lastRun && isSame(lastRun, request, manifest.hash)) return stay(`this event has started ${lastRun.executionArn}`);
  if (isRunning) return stay('a training is running');

  const hours = lastRun ? (Date.parse(request.time) - Date.parse(lastRun.eventTime)) / HOUR_MILLISECONDS : Infinity;
  if (succeeded && hours < rules.coolDownHours)
    return stay(`the last training was asked for ${hours.toFixed(1)} hours before; ${rules.coolDownHours} must pass`);

  const labelsBefore = (succeeded ? lastRun?.labels : lastRun?.labelsBefore) ?? 0;
  const newLabels = manifest.labels - labelsBefore;
  const isEnough = versionExists ? newLabels >= rules.minimumNewLabels : manifest.labels > 0;
  if (!isEnough) {
    const needed = versionExists ? rules.minimumNewLabels : 1;
    const reason = `${newLabels} new labels came since the last training; at least ${needed} are needed`;
    // Refitting the same table mends neither drift nor quality; new data simply waits for more of it.
    return { start: false, reason, quiet: request.cause === 'new-data' };
  }

  const { time: eventTime, cause, datasets } = request;
  const attempt = (lastRun?.attempt ?? 0) + 1;
  const { labels, hash: datasetsHash } = manifest;
  const { pipelineName } = situation;
  const token = sha256([pipelineName, datasetsHash, eventTime, attempt]);
  const run = { pipelineName, eventTime, cause, datasets, datasetsHash, labels, labelsBefore, attempt, token };
  return { start: true, run };
}

function stay(reason: string): TrainingDecision {
  return { start: false, reason, quiet: true };
}

/** EventBridge delivers at least once: the copy may come when the run it started is long over. */
function isSame(run: TrainingRun, { time, cause }: TrainingRequest, hash: string): boolean {
  return run.eventTime === time && run.cause === cause && run.datasetsHash === hash;
}

function sha256(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

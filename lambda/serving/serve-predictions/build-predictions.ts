import { predictAt } from '../../../lib/metrics';
import type { LoggedPrediction } from '../../shared/prediction-log';
import type { FeatureRow } from './feature-row';
import type { Score } from './score-rows';

/** A known record on its way through one request. */
export interface Candidate {
  readonly recordId: string;
  readonly inferenceId: string;
  readonly row: FeatureRow;
}

interface Decided {
  readonly scores: readonly Score[];
  /** By model version. */
  readonly thresholds: ReadonlyMap<string, number>;
  readonly servedBy: LoggedPrediction['servedBy'];
  /** In milliseconds since 1970. */
  readonly time: number;
}

/** `<yyyyMMddHH in UTC>-<uuid>`. */
export function newInferenceId(time: number, uuid: string): string {
  return `${new Date(time).toISOString().slice(0, 13).replace(/\D/g, '')}-${uuid}`;
}

/** What the log keeps of each candidate, with the decision at the threshold of the version that scored it. */
export function buildPredictions(
  candidates: readonly Candidate[],
  { scores, thresholds, servedBy, time }: Decided,
): LoggedPrediction[] {
  const predictedAt = new Date(time).toISOString();
  return candidates.map(({ recordId, inferenceId, row: { eventTime, features } }, index) => {
    const { score, modelVersion } = scores[index] as Score;
    const threshold = thresholds.get(modelVersion) as number;
    const decision = predictAt({ score: [score], threshold })[0] === 1;
    const made = { score, threshold, decision, modelVersion, servedBy };
    return { inferenceId, recordId, eventTime, predictedAt, features, ...made };
  });
}

/** The answer's entries in the request's order; a record without a prediction is a 404 of its own. No features. */
export function answerEntries(recordIds: readonly string[], predictions: readonly LoggedPrediction[]): object[] {
  const byRecord = new Map(predictions.map((prediction) => [prediction.recordId, prediction]));
  return recordIds.map((recordId) => {
    const prediction = byRecord.get(recordId);
    if (!prediction) return { recordId, status: 404, message: 'no features for this record' };
    const { inferenceId, score, decision, modelVersion } = prediction;
    return { recordId, inferenceId, score, decision, modelVersion };
  });
}

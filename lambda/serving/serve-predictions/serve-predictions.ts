import {
  type ApiAnswer,
  type ApiRequest,
  answer,
  malformed,
  orUnavailable,
  parseBody,
  unavailable,
} from '../../shared/api-message';
import { logger } from '../../shared/logger';
import type { LoggedPrediction } from '../../shared/prediction-log';
import { writeLogLines } from '../../shared/write-log-lines';
import type { ServingState } from '../state/serving-state';
import { answerEntries, buildPredictions, type Candidate, newInferenceId } from './build-predictions';
import { featureRow } from './feature-row';
import { EXPECTED, predictionRequest } from './prediction-request';
import type { PredictionService } from './prediction-service';
import { readFeatures } from './read-features';
import { isEndpointMissing, type Score, scoreInRealTime, scoreServerless } from './score-rows';
import type { Thresholds } from './thresholds';

interface Scored {
  readonly servedBy: LoggedPrediction['servedBy'];
  readonly scores: readonly Score[];
}

const NO_MODEL = 'no model is in service';

/**
 * Answers `POST /predictions`: looks the records up, has the model in service score them, decides, and logs every
 * prediction before it is given. All or nothing save unknown records: what cannot be scored or logged by the deadline
 * is a 503, and asking again is safe.
 */
export async function servePredictions(
  request: ApiRequest,
  service: PredictionService,
  deadline: AbortSignal,
): Promise<ApiAnswer> {
  const body = parseBody(predictionRequest, request);
  if (!body) return malformed(EXPECTED);
  return orUnavailable(async () => {
    const time = request.requestContext.requestTimeEpoch;
    const [state, candidates] = await Promise.all([
      service.modelInService.at(time, deadline),
      findCandidates(body.recordIds, time, service, deadline),
    ]);
    const scored = state && (await score(candidates, { state, time, service, deadline }));
    if (!scored) return unavailable(NO_MODEL);
    const thresholds = await readThresholds(scored.scores, service.thresholds, deadline);
    const predictions = buildPredictions(candidates, { ...scored, thresholds, time });
    await writeLogLines(predictions, { ...service, deadline });
    return answer(200, { servedBy: scored.servedBy, predictions: answerEntries(body.recordIds, predictions) });
  });
}

/** Every record asked for that has features, once. */
async function findCandidates(
  recordIds: readonly string[],
  time: number,
  service: PredictionService,
  deadline: AbortSignal,
): Promise<Candidate[]> {
  const records = await readFeatures(recordIds, { ...service, deadline });
  const candidates = [...records].flatMap(([recordId, record]) => {
    const row = featureRow(record, service.dataset);
    return row ? [{ recordId, row, inferenceId: newInferenceId(time, service.uuid()) }] : [];
  });
  // Told to operators without naming a record: to the caller it is one without features.
  if (candidates.length < records.size)
    logger.error('Feature records are not usable', { count: records.size - candidates.length });
  return candidates;
}

/** By the real-time endpoint where it is on and there, otherwise serverless; nothing when no model is in service. */
async function score(
  candidates: readonly Candidate[],
  {
    state,
    time,
    service: { runtime, endpoints, modelInService },
    deadline,
  }: { state: ServingState; time: number; service: PredictionService; deadline: AbortSignal },
): Promise<Scored | undefined> {
  if (candidates.length === 0) return { servedBy: state.realTime === 'on' ? 'real-time' : 'serverless', scores: [] };
  const rows = candidates.map(({ inferenceId, row: { csv } }) => ({ inferenceId, csv }));
  let serving: ServingState | undefined = state;
  if (state.realTime === 'on') {
    try {
      const scores = await scoreInRealTime(rows, { runtime, endpoint: endpoints.realTime, deadline });
      return { servedBy: 'real-time', scores };
    } catch (error) {
      if (!isEndpointMissing(error)) throw error;
      // Parked since the state was read, or not made yet: the version may have changed as well.
      serving = await modelInService.readAnew(time, deadline);
      if (!serving) return undefined;
    }
  }
  const { version } = serving;
  const scores = await scoreServerless(rows, { runtime, endpoint: endpoints.serverless, deadline, version });
  return { servedBy: 'serverless', scores };
}

/** Two versions answer one request while a new one takes over; each decides by its own threshold. */
async function readThresholds(
  scores: readonly Score[],
  thresholds: Thresholds,
  deadline: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const versions = [...new Set(scores.map(({ modelVersion }) => modelVersion))];
  return new Map(
    await Promise.all(versions.map(async (version) => [version, await thresholds.of(version, deadline)] as const)),
  );
}

import type { Dataset } from '../../../lib/config/dataset';
import { type ApiAnswer, type ApiRequest, answer, malformed, orUnavailable, parseBody } from '../../shared/api-message';
import type { LoggedOutcome } from '../../shared/prediction-log';
import { type LogWriter, writeLogLines } from '../../shared/write-log-lines';
import { expectedOutcomes, outcomeRequest } from './outcome-request';

/**
 * Answers `POST /outcomes`: logs what became of predictions. Whether there was such a prediction is not looked up; who
 * joins outcomes to predictions passes by those that have none, and takes the newest of several.
 */
export async function recordOutcomes(
  request: ApiRequest,
  { target }: Pick<Dataset, 'target'>,
  writer: LogWriter,
): Promise<ApiAnswer> {
  const body = parseBody(outcomeRequest(target), request);
  if (!body) return malformed(expectedOutcomes(target));
  return orUnavailable(async () => {
    const recordedAt = new Date(request.requestContext.requestTimeEpoch).toISOString();
    const lines = body.outcomes.map((outcome): LoggedOutcome => ({ ...outcome, recordedAt }));
    await writeLogLines(lines, writer);
    return answer(202, { accepted: lines.length });
  });
}

import { parsePrediction } from '../../shared/prediction-log';
import type { HourlyLog } from '../shared/hourly-log';
import { readLines } from '../shared/read-lines';
import type { JudgedRows } from './judge-quality';

const HOUR_MILLISECONDS = 3_600_000;
/** After every key of a log. */
const END = '\uffff';
/** Newest objects that are looked through for one good line. */
const MOST_BAD_OBJECTS = 10;

export interface JoinedVersion {
  readonly version: string;
  readonly rows: JudgedRows;
}

export interface JoinedPredictions {
  readonly versions: readonly JoinedVersion[];
  /** The version that answered last of all, whether or not anything is known of what became of it. */
  readonly inService?: string;
  /** Outcomes whose prediction is not in the log. */
  readonly notFound: number;
  readonly badLines: number;
}

interface Row {
  readonly at: number;
  readonly score: number;
  readonly predicted: 0 | 1;
  readonly actual: 0 | 1;
}

/**
 * Finds the prediction of each outcome in the log, in the hour that its inference id begins with or the one after (Firehose
 * counts the hour of arrival). Of each record only the newest prediction of a version counts: the standard errors take
 * rows for independent, and one customer asked about daily is one customer.
 */
export async function joinPredictions(log: HourlyLog, actual: ReadonlyMap<string, 0 | 1>): Promise<JoinedPredictions> {
  const hours = new Set([...actual.keys()].map(hourOf).flatMap((hour) => [hour, hour + HOUR_MILLISECONDS]));
  if (hours.size === 0) return { versions: [], notFound: 0, badLines: 0 };
  const wanted = new Set([...hours].map((hour) => log.hour(hour)));
  const first = [...wanted].sort()[0] as string;
  const keys = await log.keysBetween(first, END);

  const found = new Set<string>();
  const versions = new Map<string, Map<string, Row>>();
  const ofWantedHours = keys.filter((key) => wanted.has(key.slice(0, first.length)));
  const { badLines } = await readLines(log, ofWantedHours, parsePrediction, (prediction) => {
    const outcome = actual.get(prediction.inferenceId);
    if (outcome === undefined) return;
    found.add(prediction.inferenceId);
    const { recordId, modelVersion, score, decision, predictedAt } = prediction;
    const records = versions.get(modelVersion) ?? new Map<string, Row>();
    versions.set(modelVersion, records);
    const at = Date.parse(predictedAt);
    if ((records.get(recordId)?.at ?? -1) >= at) return;
    records.set(recordId, { at, score, predicted: decision ? 1 : 0, actual: outcome });
  });
  return {
    versions: [...versions].map(([version, records]) => ({ version, rows: columnsOf([...records.values()]) })),
    inService: await lastToAnswer(log, keys),
    notFound: actual.size - found.size,
    badLines,
  };
}

/** The hour of the request, in milliseconds since 1970: an inference id begins with yyyyMMddHH. */
function hourOf(inferenceId: string): number {
  const [, year, month, day, hour] = /^(\d{4})(\d{2})(\d{2})(\d{2})-/.exec(inferenceId) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour));
}

/** The version of the newest line in the newest object that has a good one. */
async function lastToAnswer(log: HourlyLog, keys: readonly string[]): Promise<string | undefined> {
  let last = { at: Number.NEGATIVE_INFINITY, version: undefined as string | undefined };
  for (const key of keys.slice(-MOST_BAD_OBJECTS).reverse()) {
    await readLines(log, [key], parsePrediction, ({ predictedAt, modelVersion }) => {
      const at = Date.parse(predictedAt);
      if (at >= last.at) last = { at, version: modelVersion };
    });
    if (last.version !== undefined) return last.version;
  }
  return undefined;
}

function columnsOf(rows: readonly Row[]): JudgedRows {
  return {
    actual: rows.map(({ actual }) => actual),
    score: rows.map(({ score }) => score),
    predicted: rows.map(({ predicted }) => predicted),
  };
}

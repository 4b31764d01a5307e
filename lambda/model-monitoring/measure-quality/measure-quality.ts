import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { S3Client } from '@aws-sdk/client-s3';
import { readLimit } from '../../shared/environment';
import { HourlyLog } from '../shared/hourly-log';
import { type Look, Reports } from '../shared/reports';
import { takeLook } from '../shared/take-look';
import { unjudgedKeys } from '../shared/unjudged-keys';
import { type Environment, MODEL_QUALITY, NET_VALUE, QUALITY_MONITOR_ROWS } from './environment';
import type { Goal, Target } from './goal';
import { joinPredictions } from './join-predictions';
import { readOutcomes } from './read-outcomes';
import { judgeVersions, verdictOn } from './version-quality';

export interface Clients {
  readonly s3: S3Client;
  readonly cloudWatch: CloudWatchClient;
}

/** Compares what was decided with what really happened, of the outcomes since the last look; reports and signals it. */
export async function measureQuality(
  event: unknown,
  clients: Clients,
  env: Environment,
  { businessGoal: goal, target }: { readonly businessGoal: Goal; readonly target: Target },
): Promise<Look | undefined> {
  const outcomes = new HourlyLog(clients.s3, env.OUTCOMES_URI);
  const predictions = new HourlyLog(clients.s3, env.PREDICTIONS_URI);
  const reports = new Reports(clients.s3, env.MONITORING_URI, 'quality');
  const minimumRows = readLimit(env, 'MINIMUM_ROWS');
  const signals = { cloudWatch: clients.cloudWatch, namespace: env.SIGNAL_NAMESPACE };

  return takeLook(event, reports, signals, async (occasion) => {
    const { keys, upTo } = await unjudgedKeys(outcomes, occasion);
    const { actual, ...read } = await readOutcomes(outcomes, keys, target);
    const { versions: joined, inService, ...found } = await joinPredictions(predictions, actual);
    const versions = judgeVersions(joined, inService, { goal, minimumRows });
    const judged = versions.find((each) => each.inService);
    const quality = judged?.quality;
    return {
      time: occasion.time,
      ...verdictOn(judged, goal),
      // What cannot be judged yet is read again together with what comes.
      watermark: quality ? upTo : occasion.watermark,
      signals: [
        { name: QUALITY_MONITOR_ROWS, value: judged?.rows ?? 0, unit: 'Count' },
        ...(quality
          ? ([
              { name: MODEL_QUALITY, value: quality.ratio, unit: 'None' },
              { name: NET_VALUE, value: quality.money.netValue, unit: 'None' },
            ] as const)
          : []),
      ],
      rules: { minimumRows, goal },
      read: { after: occasion.watermark, upTo, ...read, outcomes: actual.size },
      predictions: found,
      versions,
    };
  });
}

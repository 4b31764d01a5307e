import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { worstColumn } from '../../../lib/metrics';
import { readLimit } from '../../shared/environment';
import { HourlyLog } from '../shared/hourly-log';
import { type Look, Reports } from '../shared/reports';
import { takeLook } from '../shared/take-look';
import { unjudgedKeys } from '../shared/unjudged-keys';
import { DATA_DRIFT, DRIFT_MONITOR_ROWS, type Environment, PREDICTION_DRIFT } from './environment';
import { judgeVersions, verdictOn } from './judge-drift';
import { readPredictions } from './read-predictions';

export interface Clients {
  readonly s3: S3Client;
  readonly sageMaker: SageMakerClient;
  readonly cloudWatch: CloudWatchClient;
}

/** Compares what was predicted since the last look with what each version was trained on, reports and signals it. */
export async function measureDrift(event: unknown, clients: Clients, env: Environment): Promise<Look | undefined> {
  const log = new HourlyLog(clients.s3, env.PREDICTIONS_URI);
  const reports = new Reports(clients.s3, env.MONITORING_URI, 'drift');
  const rules = { minimumRows: readLimit(env, 'MINIMUM_ROWS'), smallestDrift: readLimit(env, 'SMALLEST_DRIFT') };
  const signals = { cloudWatch: clients.cloudWatch, namespace: env.SIGNAL_NAMESPACE };

  return takeLook(event, reports, signals, async (occasion) => {
    const { keys, upTo } = await unjudgedKeys(log, occasion);
    const { tallies, ...read } = await readPredictions(log, keys, clients);
    const versions = judgeVersions(tallies, rules);
    const inService = versions.find((each) => each.inService);
    const isJudged = inService?.score !== undefined;
    const worst = worstColumn(inService?.features ?? [])?.ratio ?? 0;
    return {
      time: occasion.time,
      ...verdictOn(inService),
      // Too few rows are read again together with what comes: nothing that was predicted goes unjudged.
      watermark: isJudged ? upTo : occasion.watermark,
      signals: [
        { name: DRIFT_MONITOR_ROWS, value: inService?.records ?? 0, unit: 'Count' },
        ...(isJudged ? ([{ name: DATA_DRIFT, value: worst, unit: 'None' }] as const) : []),
        ...(isJudged ? ([{ name: PREDICTION_DRIFT, value: inService.score?.ratio ?? 0, unit: 'None' }] as const) : []),
      ],
      rules,
      read: { after: occasion.watermark, upTo, ...read },
      versions,
    };
  });
}

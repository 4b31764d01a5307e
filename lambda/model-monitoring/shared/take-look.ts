import { type CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import * as z from 'zod/mini';
import { type Look, lookTime, type Reports } from './reports';

/** What EventBridge sends on schedule, and what an operator sends by hand. */
const scheduled = z.object({ time: z.iso.datetime({ offset: true }) });

export interface Signals {
  readonly cloudWatch: CloudWatchClient;
  readonly namespace: string;
}

/** What a look may know: its time and what came before it. */
export interface Occasion {
  readonly time: string;
  /** Where the last look ended; empty before the first one. */
  readonly watermark: string;
}

/**
 * Takes one look and publishes what it found. The same event twice finds the report of the first time and only publishes
 * it again, which the signals' maximum swallows; an event older than the last report is ignored (undefined). A look that
 * fails has kept nothing, so the next one finds all that it would have seen. Reads no clock.
 */
export async function takeLook(
  event: unknown,
  reports: Reports,
  signals: Signals,
  measure: (occasion: Occasion) => Promise<Look>,
): Promise<Look | undefined> {
  const time = lookTime(z.parse(scheduled, event).time);
  const newest = await reports.newest();
  if (newest !== undefined && newest > time) return undefined;
  const last = newest === undefined ? undefined : await reports.read(newest);
  const report =
    last && newest === time ? last : await reports.keep(await measure({ time, watermark: last?.watermark ?? '' }));
  await publish(signals, report.signals);
  return report;
}

/** Publishes signals of a look, all in one request. */
export async function publish({ cloudWatch, namespace }: Signals, signals: Look['signals']): Promise<void> {
  const MetricData = signals.map(({ name, value, unit }) => ({ MetricName: name, Value: value, Unit: unit }));
  await cloudWatch.send(new PutMetricDataCommand({ Namespace: namespace, MetricData }));
}

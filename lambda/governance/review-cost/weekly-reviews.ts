import { type CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type { Goal, Target } from '../../model-monitoring/measure-quality/goal';
import { objectUnder } from '../../shared/s3-location';
import type { Environment } from './environment';
import { lastFullWeek, monthToDate, type Period } from './period';
import type { CostReview } from './review';
import { type Clients, reviewCost } from './review-cost';
import { reviewJson } from './review-json';
import { reviewSignals } from './review-signals';
import { sourcesOf } from './sources-of';

/** What EventBridge sends on schedule, and what an operator sends by hand. */
const scheduled = z.object({ time: z.iso.datetime({ offset: true }) });

/**
 * Reviews the last full week and the month to date as of the event's time, keeps both beside the monitors' reports and
 * publishes the week's signals. The same event again writes the same names. Reads no clock.
 */
export async function weeklyReviews(
  event: unknown,
  clients: Clients & { readonly cloudWatch: CloudWatchClient },
  environment: Environment,
  dataset: { readonly businessGoal: Goal; readonly target: Target },
): Promise<readonly [week: CostReview, month: CostReview]> {
  const { time } = z.parse(scheduled, event);
  const sources = sourcesOf(environment);
  const reviewed = async (period: Period) => {
    const review = await reviewCost(period, clients, sources, dataset);
    const { bucket, key } = objectUnder(environment.REVIEWS_URI, `${period.from}_${period.to}.json`);
    const object = { Bucket: bucket, Key: key, Body: reviewJson(review), ContentType: 'application/json' };
    await clients.s3.send(new PutObjectCommand(object));
    return review;
  };
  const week = await reviewed(lastFullWeek(time));
  const month = await reviewed(monthToDate(time));
  const MetricData = reviewSignals(week);
  await clients.cloudWatch.send(new PutMetricDataCommand({ Namespace: environment.SIGNAL_NAMESPACE, MetricData }));
  return [week, month];
}

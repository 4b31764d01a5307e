import type { DashboardChart } from './lifecycle-dashboard';
import { TOPICS, type Watched, type WatchedSignal } from './watched-signals';

/** What the dashboard draws: every signal that an alarm watches, and beside it what a person wants to see next to it. */
export function dashboardTopics(
  { prediction, modelMonitoring }: Watched,
  watched: Readonly<Record<string, WatchedSignal>>,
): Readonly<Record<string, readonly DashboardChart[]>> {
  const [service, model, data] = TOPICS.map((topic): DashboardChart => {
    const signals = Object.values(watched).filter((each) => each.topic === topic && each.missingData === undefined);
    return { title: 'what went wrong', signals: signals.map(({ signal }) => signal) };
  }) as [DashboardChart, DashboardChart, DashboardChart];
  const { monitors } = modelMonitoring;
  return {
    Service: [
      { title: 'requests to the API', signals: prediction.metricsRequests() },
      { title: 'how long they take, ms', signals: prediction.metricsLatency() },
      service,
    ],
    Model: [
      {
        title: 'what the monitors found, over its limit',
        signals: [monitors.metricDataDrift(), monitors.metricPredictionDrift(), monitors.metricModelQuality()],
        limit: { value: 1, label: 'asks for a training' },
      },
      {
        title: 'records that they looked at',
        signals: [modelMonitoring.metricDriftMonitorRows(), modelMonitoring.metricQualityMonitorRows()],
      },
      model,
    ],
    Data: [data],
    Money: [
      { title: 'what the decisions were worth', signals: [monitors.metricNetValue()] },
      { title: 'invocations that are paid for', signals: prediction.metricsInvocations() },
    ],
  };
}

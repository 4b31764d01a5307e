import type { DashboardChart } from './lifecycle-dashboard';
import { BEHIND, TOPICS, type Watched, type WatchedSignal } from './watched-signals';

/** What the dashboard draws: every signal that an alarm watches, and beside it what a person wants to see next to it. */
export function dashboardTopics(
  { prediction, modelMonitoring, governance }: Watched,
  watched: Readonly<Record<string, WatchedSignal>>,
): Readonly<Record<string, readonly DashboardChart[]>> {
  const drawn = Object.values(watched).filter(({ missingData }) => missingData === undefined);
  // Seconds would hide every count beside them.
  const isAge = ({ threshold }: WatchedSignal) => threshold !== undefined;
  const ages = drawn.filter(isAge).map(({ signal }) => signal);
  const [service, model, data, money] = TOPICS.map((topic): DashboardChart => {
    const signals = drawn.filter((each) => each.topic === topic && !isAge(each));
    return { title: 'what went wrong', signals: signals.map(({ signal }) => signal) };
  }) as [DashboardChart, DashboardChart, DashboardChart, DashboardChart];
  const { monitors } = modelMonitoring;
  const { costReview } = governance;
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
    Data: [
      {
        title: 'age of the oldest record that is not written yet, s',
        signals: ages,
        limit: { value: BEHIND.toSeconds(), label: 'too old' },
      },
      data,
    ],
    Costs: [
      { title: 'what a week cost and earned', signals: [...costReview.metricsCosts(), costReview.metricValueEarned()] },
      { title: 'what a prediction and a user cost', signals: costReview.metricsUnitCosts() },
      { title: 'return on investment', signals: [costReview.metricReturnOnInvestment()] },
    ],
    Money: [
      { title: 'what the decisions were worth', signals: [monitors.metricNetValue()] },
      { title: 'invocations that are paid for', signals: prediction.metricsInvocations() },
      money,
    ],
  };
}

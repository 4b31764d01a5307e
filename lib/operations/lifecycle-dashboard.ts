import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  GraphWidgetView,
  type IAlarm,
  type IMetric,
  type IWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';

/** Signals that are read together. */
export interface DashboardChart {
  readonly title: string;
  readonly signals: readonly IMetric[];
  /** Where a line begins to be bad. @default - nowhere */
  readonly limit?: { readonly value: number; readonly label: string };
}

export interface LifecycleDashboardProps {
  readonly title: string;
  readonly alarms: readonly IAlarm[];
  /** One row each. */
  readonly topics: Readonly<Record<string, readonly DashboardChart[]>>;
}

/** CloudWatch's grid has 24 columns. */
const COLUMNS = 24;
const HEIGHT = 6;

/** One page for the person on call: first what is wrong, then service, model, data and money. */
export class LifecycleDashboard extends Construct {
  public constructor(scope: Construct, id: string, { title, alarms, topics }: LifecycleDashboardProps) {
    super(scope, id);
    const dashboard = new Dashboard(this, 'Resource', { defaultInterval: Duration.days(3) });
    dashboard.addWidgets(new AlarmStatusWidget({ title, alarms: [...alarms], width: COLUMNS, height: 4 }));
    for (const [topic, charts] of Object.entries(topics)) {
      dashboard.addWidgets(new TextWidget({ markdown: `## ${topic}`, width: COLUMNS, height: 1 }));
      dashboard.addWidgets(...charts.map((chart) => drawn(chart, Math.floor(COLUMNS / charts.length))));
    }
  }
}

function drawn({ title, signals, limit }: DashboardChart, width: number): IWidget {
  return new GraphWidget({
    title,
    left: [...signals],
    leftAnnotations: limit ? [{ value: limit.value, label: limit.label }] : [],
    view: GraphWidgetView.TIME_SERIES,
    width,
    height: HEIGHT,
  });
}

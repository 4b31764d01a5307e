import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { METRICS } from '../facts/metrics';
import { listed, under } from '../leaves';
import { dashboardBody, drawn } from '../looked-at';
import { pointsTo } from '../points-to';
import { resourcesOf } from '../resources-of';

const TYPES = ['metric', 'text', 'alarm', 'log', 'explorer', 'custom'];

/** A dashboard is what CloudWatch can draw: widgets of known types on a grid of 24 columns, about alarms and metrics that there are. */
export const dashboards: Check = {
  id: 'dashboards',
  rule: 'The body of every dashboard is JSON by CloudWatch’s structure: known widgets on 24 columns, alarms of some template, metrics and dimensions that AWS publishes, its own region',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::CloudWatch::Dashboard').flatMap((dashboard) => {
      const body = dashboardBody(dashboard, assembly);
      if (!body) return [about(dashboard, 'DashboardBody is no JSON object')];
      const widgets = listed(under(body, 'widgets'));
      if (widgets.length === 0 || widgets.length > 500)
        return [about(dashboard, `has ${widgets.length} widgets; CloudWatch takes 1 to 500`)];
      return widgets.flatMap((widget, index) =>
        widgetFaults(widget, dashboard, assembly).map((fault) => about(dashboard, `widget ${index + 1} ${fault}`)),
      );
    }),
};

function widgetFaults(widget: unknown, dashboard: Placed, assembly: Assembly): string[] {
  const type = String(under(widget, 'type'));
  const [x, width, height] = ['x', 'width', 'height'].map((each) =>
    Number(under(widget, each) ?? (each === 'x' ? 0 : 6)),
  );
  const region = under(widget, 'properties', 'region');
  const alarms = listed(under(widget, 'properties', 'alarms'));
  return [
    ...(TYPES.includes(type) ? [] : [`is of the type ${type}, which CloudWatch does not draw`]),
    ...(Number(x) + Number(width) <= 24 && Number(width) >= 1 && Number(height) >= 1
      ? []
      : [`stands outside the 24 columns: x ${x}, width ${width}`]),
    ...(type === 'text' && typeof under(widget, 'properties', 'markdown') !== 'string' ? ['has no markdown'] : []),
    ...(type === 'alarm' && alarms.length === 0 ? ['shows no alarm'] : []),
    ...(new Set(alarms.map((each) => JSON.stringify(each))).size < alarms.length ? ['shows an alarm twice'] : []),
    ...(type === 'metric' &&
    listed(under(widget, 'properties', 'metrics')).length === 0 &&
    under(widget, 'properties', 'annotations') === undefined
      ? ['draws no metric']
      : []),
    ...(type === 'metric' && region !== dashboard.stack.region
      ? [`is about the region ${region}; expected ${dashboard.stack.region}`]
      : []),
    ...alarms.flatMap((each) => {
      const { resource, text, form } = pointsTo(each, dashboard.stack, assembly);
      if (!resource) return [`shows the alarm ${text}, which no template makes`];
      if (!/^AWS::CloudWatch::(Composite)?Alarm$/.test(resource.Type))
        return [`shows ${resource.logicalId}, a ${resource.Type}, as an alarm`];
      return form === 'arn' ? [] : [`shows ${resource.logicalId} by its ${form}; expected its ARN`];
    }),
    ...drawn(widget, dashboard).flatMap(({ namespace, name, dimensions }) => {
      const facts = METRICS[namespace];
      const given = dimensions
        .map((each) => each.name)
        .sort()
        .join();
      if (!facts) return [];
      if (!facts[name]) return [`draws ${name}, which ${namespace} does not have`];
      return facts[name].dimensions.some((each) => [...each].sort().join() === given)
        ? []
        : [`draws ${namespace} ${name} by ${given || 'no dimension'}, by which AWS does not publish it`];
    }),
  ];
}

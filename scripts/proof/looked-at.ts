import { watchedMetrics } from './alarm-metrics';
import type { Assembly, Placed } from './assembly';
import { leavesOf, listed, under } from './leaves';
import { textOf } from './points-to';
import { resourcesOf } from './resources-of';

/** A metric that an alarm watches or a dashboard draws. */
export interface LookedAt {
  readonly by: Placed;
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly { readonly name: string; readonly value: unknown }[];
}

/** The body of a dashboard; undefined when it is no JSON object. */
export function dashboardBody({ Properties, stack }: Placed, assembly: Assembly): object | undefined {
  try {
    const body: unknown = JSON.parse(textOf(Properties.DashboardBody, stack, assembly));
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

/** The metrics of a widget, whose lists repeat with `.` what stood in the row above. */
export function drawn(widget: unknown, by: Placed): LookedAt[] {
  let above: unknown[] = [];
  return listed(under(widget, 'properties', 'metrics'))
    .filter(Array.isArray)
    .flatMap((row: unknown[]) => {
      const parts = row
        .filter((each) => typeof each === 'string')
        .map((each, place) => (each === '.' ? above[place] : each));
      if (row.some((each) => typeof each === 'object' && each !== null && 'expression' in each) || parts.length < 2)
        return [];
      above = parts;
      const [namespace, name, ...rest] = parts.map(String);
      const dimensions = rest.flatMap((each, place) =>
        place % 2 === 0 ? [{ name: each, value: rest[place + 1] ?? '' }] : [],
      );
      return [{ by, namespace: namespace ?? '', name: name ?? '', dimensions }];
    });
}

/** Every metric that somebody looks at. */
export function lookedAt(assembly: Assembly): LookedAt[] {
  const alarms = watchedMetrics(assembly).map(({ alarm, namespace, name, dimensions }) => ({
    by: alarm,
    namespace,
    name,
    dimensions,
  }));
  const widgets = resourcesOf(assembly, 'AWS::CloudWatch::Dashboard').flatMap((by) =>
    listed(under(dashboardBody(by, assembly), 'widgets')).flatMap((widget) => drawn(widget, by)),
  );
  return [...alarms, ...widgets];
}

/** Whether AWS publishes in a namespace; its names begin with AWS in one way or other. */
export function isOfAws(namespace: string): boolean {
  return (
    /^\/?aws\//i.test(namespace) || ['Glue', 'CWAgent', 'ECS/ContainerInsights', 'LambdaInsights'].includes(namespace)
  );
}

/** Whether some property of a resource is this text. */
export function says(resource: Placed, text: string, assembly: Assembly): boolean {
  return leavesOf(resource.Properties).some(({ value }) => textOf(value, resource.stack, assembly) === text);
}

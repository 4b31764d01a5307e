import type { Assembly } from '../proof/assembly';
import { type Bill, billOf } from './bill';
import { breakEven, type EndpointCost, endpointCosts } from './endpoint-costs';
import { idleMonth } from './idle';
import { type Line, priced, type Unpriced } from './line';
import { onePass } from './pass';
import type { PriceTable } from './price-table';
import type { Quantity } from './quantity';
import { wayOfPredictions } from './way-of-predictions';

interface StepCost {
  readonly name: string;
  readonly lines: readonly Line[];
}

/** What an environment will cost, by the prices of one table. */
export interface Estimate {
  readonly environment: string;
  readonly table: PriceTable;
  /** A month in which nobody uses it. */
  readonly idle: Bill;
  /** One pass, in a month that is idle but for it. */
  readonly pass: Bill;
  readonly steps: readonly StepCost[];
  /** What 1,000 predictions cost on their way to whichever endpoint. */
  readonly way: Bill;
  readonly endpoints: readonly EndpointCost[];
  readonly breakEvens: readonly BreakEven[];
  readonly unpriced: readonly Unpriced[];
  /** Types without a line of their own, and why. */
  readonly unbilled: Readonly<Record<string, string>>;
}

/** Predictions a month above which an endpoint with instances is cheaper than a serverless one; undefined if never. */
export interface BreakEven {
  readonly standing: EndpointCost;
  readonly byUse: EndpointCost;
  readonly predictionsAMonth: Quantity | undefined;
}

/** Reads the templates and prices what they will use. What has no price is listed, never taken for free. */
export function estimate(environment: string, assembly: Assembly, table: PriceTable): Estimate {
  const { usages, unpriced, unbilled } = idleMonth(assembly);
  const idle = priced(usages, table);
  const steps = onePass(assembly).map((step) => ({ ...step, ...priced(step.usages, table), known: step.unpriced }));
  const lookedUp = wayOfPredictions(assembly, '1000');
  const way = priced(lookedUp.usages, table);
  const { endpoints, unpriced: unpricedEndpoints } = endpointCosts(assembly, table);
  const all = [
    ...unpriced,
    ...idle.unpriced,
    ...steps.flatMap((step) => [...step.known, ...step.unpriced]),
    ...lookedUp.unpriced,
    ...way.unpriced,
    ...unpricedEndpoints,
  ];
  return {
    environment,
    table,
    idle: billOf(idle.lines, table),
    pass: billOf(
      steps.flatMap(({ lines }) => lines),
      table,
      idle.lines,
    ),
    steps: steps.map(({ name, lines }) => ({ name, lines })),
    way: billOf(way.lines, table, idle.lines),
    endpoints,
    breakEvens: breakEvensOf(endpoints),
    unpriced: all,
    unbilled,
  };
}

function breakEvensOf(endpoints: readonly EndpointCost[]): BreakEven[] {
  const of = (kind: EndpointCost['kind']) => endpoints.filter((each) => each.kind === kind);
  return of('real-time').flatMap((standing) =>
    of('serverless').map((byUse) => ({ standing, byUse, predictionsAMonth: breakEven(standing, byUse) })),
  );
}

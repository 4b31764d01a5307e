import type { Assembly, Placed } from '../proof/assembly';
import { numeric, record } from '../proof/json';
import { resourcesOf } from '../proof/resources-of';
import { costOf, type Line, type Priced, priced, type Unpriced, type Usage } from './line';
import { assumed } from './pass-usage';
import { placed } from './placed';
import type { PriceTable } from './price-table';
import { dividedBy, isPositive, minus, NOTHING, plus, type Quantity, quantity, times } from './quantity';
import { type Variant, variantsOf } from './services/endpoints';
import { KILOBYTE } from './units';

/** What an endpoint costs while it stands and for each prediction, in units of the table's currency. */
export interface EndpointCost {
  readonly kind: Variant['kind'];
  /** Its machines or its memory, in words. */
  readonly what: string;
  readonly aMonth: Quantity;
  readonly aPrediction: Quantity;
  /** Of a month of standing there. */
  readonly standing: readonly Line[];
  /** Of one prediction. */
  readonly answering: readonly Line[];
  /** Predictions a month at which autoscaling would want more of it; undefined for what scales by itself. */
  readonly mostAMonth?: Quantity;
}

/** Every endpoint of the templates, parked ones too; unpriced where the table lacks one of its prices. */
export function endpointCosts(
  assembly: Assembly,
  table: PriceTable,
): { readonly endpoints: readonly EndpointCost[]; readonly unpriced: readonly Unpriced[] } {
  const costs = resourcesOf(assembly, 'AWS::SageMaker::Endpoint').flatMap((endpoint) =>
    variantsOf(endpoint, assembly).map((variant) => endpointCost(endpoint, variant, assembly, table)),
  );
  return {
    endpoints: costs.filter((cost) => 'kind' in cost),
    unpriced: costs.flatMap((cost) => ('kind' in cost ? [] : cost.unpriced)),
  };
}

/** Predictions a month above which the endpoint that stands is the cheaper one; undefined if it never is. */
export function breakEven(standing: EndpointCost, byUse: EndpointCost): Quantity | undefined {
  const saved = minus(byUse.aPrediction, standing.aPrediction);
  return isPositive(saved) ? dividedBy(minus(standing.aMonth, byUse.aMonth), saved) : undefined;
}

/** Cost of 1,000 predictions at so many of them a month. */
export function perThousand({ aMonth, aPrediction }: EndpointCost, predictionsAMonth: Quantity | bigint): Quantity {
  return times(plus(dividedBy(aMonth, predictionsAMonth), aPrediction), 1000n);
}

function endpointCost(
  endpoint: Placed,
  variant: Variant,
  assembly: Assembly,
  table: PriceTable,
): EndpointCost | Pick<Priced, 'unpriced'> {
  const standing = priced(placed(endpoint, standingUse(variant)), table);
  const answering = priced(placed(endpoint, answeringUse(variant)), table);
  const unpriced = [...standing.unpriced, ...answering.unpriced];
  if (unpriced.length > 0) return { unpriced };
  const what =
    variant.kind === 'serverless'
      ? `serverless, ${variant.memoryMegabytes} MB, ${assumed('serverlessSeconds')} s`
      : `real-time, ${variant.instances} × ${variant.instanceType}`;
  return {
    kind: variant.kind,
    what,
    aMonth: sum(standing.lines),
    aPrediction: sum(answering.lines),
    standing: standing.lines,
    answering: answering.lines,
    ...(variant.kind === 'real-time' && { mostAMonth: mostAMonth(endpoint, variant.instances, assembly) }),
  };
}

function standingUse(variant: Variant): Usage[] {
  if (variant.kind === 'serverless') return [];
  const { instances, instanceType } = variant;
  const quantity = times(assumed('hoursOfMonth'), instances);
  return [{ what: `${instances} × ${instanceType}`, price: `sagemaker-instance:${instanceType}`, quantity }];
}

/** Of one prediction. */
export function answeringUse(variant: Variant): Usage[] {
  const data = {
    what: 'data in and out',
    price: 'sagemaker-endpoint-data',
    quantity: times(assumed('predictionKilobytes'), KILOBYTE),
  };
  if (variant.kind === 'real-time') return [data];
  const gigabytes = dividedBy(variant.memoryMegabytes, 1024n);
  const seconds = times(gigabytes, assumed('serverlessSeconds'));
  return [{ what: 'time of the container', price: 'sagemaker-serverless', quantity: seconds }, data];
}

/** Its scaling policy says how many invocations a minute an instance should have. */
function mostAMonth({ stack }: Placed, instances: bigint, assembly: Assembly): Quantity | undefined {
  const [policy] = resourcesOf(assembly, 'AWS::ApplicationAutoScaling::ScalingPolicy').filter(
    (each) => each.stack === stack,
  );
  const target = numeric(record(policy?.Properties.TargetTrackingScalingPolicyConfiguration).TargetValue);
  return target === undefined ? undefined : times(quantity(String(target)), instances, 60n, assumed('hoursOfMonth'));
}

function sum(lines: readonly Line[]): Quantity {
  return plus(NOTHING, ...lines.map(({ quantity, row }) => costOf(quantity, row)));
}

import { moneyToDecimal } from '../../lib/metrics';
import type { Bill } from './bill';
import type { EndpointCost } from './endpoint-costs';
import type { Estimate } from './estimate';
import type { Line } from './line';
import { ASSUMPTIONS } from './pass-usage';
import { brief, rounded } from './quantity';

/** Quantities are rounded for JSON; amounts are those of the estimate, in decimal text. */
const QUANTITY_DECIMALS = 12;

/** The whole estimate as JSON: each line names its price row, source and date. */
export function asJson(estimate: Estimate): string {
  const { environment, table, idle, pass, steps, way, endpoints, breakEvens, unpriced, unbilled } = estimate;
  const document = {
    environment,
    region: table.region,
    currency: table.currency,
    idleMonth: billJson(idle),
    pass: { ...billJson(pass), steps: steps.map(({ name, lines }) => ({ name, lines: lines.map(lineJson) })) },
    thousandPredictions: { way: billJson(way), endpoints: endpoints.map(endpointJson) },
    breakEvens: breakEvens.map(({ standing, byUse, predictionsAMonth }) => ({
      standing: standing.what,
      byUse: byUse.what,
      predictionsAMonth: predictionsAMonth ? rounded(predictionsAMonth, 0) : null,
    })),
    unpriced,
    unbilledTypes: unbilled,
    assumptions: ASSUMPTIONS,
  };
  return JSON.stringify(document, null, 2);
}

function billJson({ lines, deductions, full, afterFree }: Bill) {
  return {
    full: moneyToDecimal(full),
    afterAlwaysFree: moneyToDecimal(afterFree),
    lines: lines.map(lineJson),
    alwaysFree: deductions.map(({ allowance, price, unit, quantity, amount }) => ({
      allowance: allowance.id,
      price,
      unit,
      quantity: brief(quantity, QUANTITY_DECIMALS),
      amount,
      source: allowance.source,
    })),
  };
}

function lineJson({ phase, from, what, quantity, row, amount }: Line) {
  return { phase, from, what, quantity: brief(quantity, QUANTITY_DECIMALS), price: row, amount };
}

function endpointJson({ kind, what, aMonth, aPrediction, standing, answering, mostAMonth }: EndpointCost) {
  return {
    kind,
    what,
    aMonth: rounded(aMonth, 6),
    aThousandPredictions: rounded({ ...aPrediction, numerator: 1000n * aPrediction.numerator }, 6),
    mostPredictionsAMonth: mostAMonth ? rounded(mostAMonth, 0) : null,
    standing: standing.map(lineJson),
    answering: answering.map(lineJson),
  };
}

import * as z from 'zod/mini';
import type { BinaryReport } from '../../lib/metrics';
import { count, fields, finite, list, parseJson, share, words } from './parse-json';

/** What a page is drawn from: a report, and what else its file says. */
export interface Drawable {
  readonly report: BinaryReport;
  readonly verdict?: { readonly passes: boolean; readonly reason: string };
  readonly currency?: string;
}

const metric = z.union(
  [z.object({ value: z.number() }), z.object({ value: z.null(), reason: z.string() })],
  'expected { "value": number } or { "value": null, "reason": text }',
);
const threshold = z.nullable(finite);
const matrix = z.tuple(
  [z.tuple([count, count], 'expected 2 counts'), z.tuple([count, count], 'expected 2 counts')],
  'expected 2 rows',
);

const rates = fields({
  accuracy: metric,
  balancedAccuracy: metric,
  precision: metric,
  recall: metric,
  trueNegativeRate: metric,
  falsePositiveRate: metric,
  falseNegativeRate: metric,
  f05: metric,
  f1: metric,
  f2: metric,
  matthewsCorrelation: metric,
});

const scoreHistogram = fields({ edges: list(finite), positives: list(count), negatives: list(count) }).check(
  rule(
    ({ edges }) => edges.length > 1 && edges.every((edge, at) => at === 0 || edge > (edges[at - 1] as number)),
    'edges',
    'expected at least 2 rising numbers',
  ),
  rule(
    ({ edges, positives }) => positives.length === edges.length - 1,
    'positives',
    'expected one entry less than edges',
  ),
  rule(
    ({ edges, negatives }) => negatives.length === edges.length - 1,
    'negatives',
    'expected one entry less than edges',
  ),
);

const money = fields({
  outcomeValues: fields({ truePositive: finite, falsePositive: finite, trueNegative: finite, falseNegative: finite }),
  netValue: finite,
  constantPolicies: fields({ nobody: finite, everybody: finite }),
  best: fields({ threshold, netValue: finite }),
  curve: fields({ thresholds: list(threshold), netValues: list(finite) }).check(
    rule(
      ({ thresholds, netValues }) => netValues.length === thresholds.length,
      'netValues',
      'expected as many entries as thresholds',
    ),
  ),
});

const report = fields({
  rows: count.check(z.gte(1, 'expected at least 1')),
  positives: count,
  negatives: count,
  threshold,
  confusionMatrix: matrix,
  rates,
  rocAuc: metric,
  averagePrecision: metric,
  logLoss: metric,
  brierScore: metric,
  expectedCalibrationError: metric,
  calibrationBins: list(fields({ rows: count, meanScore: share, positiveShare: share })),
  rocCurve: z.nullable(
    fields({ falsePositiveRates: list(share), truePositiveRates: list(share) }).check(
      rule(
        ({ falsePositiveRates, truePositiveRates }) => truePositiveRates.length === falsePositiveRates.length,
        'truePositiveRates',
        'expected as many entries as falsePositiveRates',
      ),
    ),
  ),
  precisionRecallCurve: z.nullable(
    fields({ precisions: list(share), recalls: list(share) }).check(
      rule(
        ({ precisions, recalls }) => recalls.length === precisions.length,
        'recalls',
        'expected as many entries as precisions',
      ),
    ),
  ),
  scoreHistogram,
  money: z.nullable(money),
}).check(
  rule(
    ({ rows, positives, negatives }) => positives + negatives === rows,
    'rows',
    'expected the sum of positives and negatives',
  ),
  rule(
    ({ confusionMatrix: [[trueNegatives, falsePositives], [falseNegatives, truePositives]], positives, negatives }) =>
      trueNegatives + falsePositives === negatives && falseNegatives + truePositives === positives,
    'confusionMatrix',
    'expected rows that sum to negatives and positives',
  ),
);

/** The evaluation writes its verdict beside the report; neither is needed. */
const more = fields({
  passes: z.optional(z.boolean('expected true or false')),
  reason: z.optional(words),
  currency: z.optional(words),
});

/**
 * A report as JSON carries it, alone or as the evaluation's `report.json`. Throws `BadFileError` that names `source`, the
 * first wrong field and its value.
 */
export function reportFromJson(text: string, source: string): Drawable {
  const { passes, reason, currency } = parseJson(text, more, source);
  return {
    report: parseJson(text, report, source),
    ...(passes !== undefined && reason !== undefined && { verdict: { passes, reason } }),
    ...(currency !== undefined && { currency }),
  };
}

/** What has to hold between fields; `field` is the one that is called wrong. */
function rule<Value>(holds: (value: Value) => boolean, field: string, error: string) {
  return z.refine<Value>(holds, { error, path: [field] });
}

/** What one record of each outcome is worth, in currency units; a cost is negative. */
export interface OutcomeValues {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly trueNegative: number;
  readonly falseNegative: number;
}

/** Millionths in one currency unit: sums of whole millionths are exact, so equal sums are equal numbers. */
export const MILLIONTHS = 1e6;

/** The same values in whole millionths. Throws on a value that is not finite, naming the outcome. */
export function inMillionths(outcomeValues: OutcomeValues): OutcomeValues {
  const convert = (outcome: keyof OutcomeValues) => {
    const value = outcomeValues[outcome];
    if (!Number.isFinite(value)) throw new RangeError(`outcomeValues.${outcome} is ${value}, expected a finite number`);
    return Math.round(value * MILLIONTHS);
  };
  return {
    truePositive: convert('truePositive'),
    falsePositive: convert('falsePositive'),
    trueNegative: convert('trueNegative'),
    falseNegative: convert('falseNegative'),
  };
}

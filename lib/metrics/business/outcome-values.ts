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

/** Throws when a wrong decision is worth as much as the right one: no threshold could then be the best. */
export function checkOutcomeValues({ truePositive, falsePositive, trueNegative, falseNegative }: OutcomeValues): void {
  if (!(truePositive > falseNegative))
    throw new RangeError(`a truePositive (${truePositive}) must be worth more than a falseNegative (${falseNegative})`);
  if (!(trueNegative > falsePositive))
    throw new RangeError(`a trueNegative (${trueNegative}) must be worth more than a falsePositive (${falsePositive})`);
}

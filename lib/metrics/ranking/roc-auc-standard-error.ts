/**
 * Standard error of an area under the ROC curve that was measured on so many rows (Hanley and McNeil 1982). It takes rows
 * for independent. Throws when a class is absent, since the area is undefined then.
 */
export function rocAucStandardError({
  rocAuc,
  positives,
  negatives,
}: {
  readonly rocAuc: number;
  readonly positives: number;
  readonly negatives: number;
}): number {
  if (!(rocAuc >= 0 && rocAuc <= 1)) throw new RangeError(`rocAuc is ${rocAuc}, expected 0 to 1`);
  if (!(positives > 0 && negatives > 0))
    throw new RangeError(`rows of both classes are needed, got ${positives} positive and ${negatives} negative ones`);
  // Chance that two positive rows both score above one negative, and that one positive scores above two negatives.
  const bothPositives = rocAuc / (2 - rocAuc);
  const bothNegatives = (2 * rocAuc ** 2) / (1 + rocAuc);
  const variance =
    rocAuc * (1 - rocAuc) +
    (positives - 1) * (bothPositives - rocAuc ** 2) +
    (negatives - 1) * (bothNegatives - rocAuc ** 2);
  // Rounding may take a variance of nothing below it.
  return Math.sqrt(Math.max(variance, 0) / (positives * negatives));
}

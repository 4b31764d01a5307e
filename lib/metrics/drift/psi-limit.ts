import { chiSquareQuantile } from '../statistics/chi-square-quantile';

interface PsiLimitOptions {
  /** Bins that hold rows in either sample. */
  readonly bins: number;
  readonly expectedRows: number;
  readonly actualRows: number;
  /** How often a distribution that did not move may exceed the limit, 0 to 1. */
  readonly falseAlarmRate: number;
  /** No limit is below it: what so little drift would mean, however many rows prove it. */
  readonly smallestDrift: number;
}

/**
 * From where on a population stability index is drift. For two samples of one distribution with N and M independent rows
 * in B bins, PSI / (1/N + 1/M) follows chi-square with B − 1 degrees of freedom (Yurdakul and Naranjo 2020): small samples
 * are apart by chance alone. It is a law of large samples: simulated with 300 and 1000 rows in bins of all shapes, a rate of
 * 3e-5 was exceeded up to ninefold, and with a smallest drift of 0.1 fourfold.
 */
export function psiLimit({ bins, expectedRows, actualRows, falseAlarmRate, smallestDrift }: PsiLimitOptions): number {
  if (!(expectedRows > 0 && actualRows > 0))
    throw new RangeError(`a limit needs rows in both samples, got ${expectedRows} and ${actualRows}`);
  // One bin cannot differ from itself.
  if (bins < 2) return smallestDrift;
  const byChance = chiSquareQuantile({ degreesOfFreedom: bins - 1, upperTail: falseAlarmRate });
  return Math.max(byChance * (1 / expectedRows + 1 / actualRows), smallestDrift);
}

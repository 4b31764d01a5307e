import { divideHalfEven } from './divide-half-even';
import { MICRO_DECIMALS } from './money';
import { FINEST_DECIMALS } from './parse-decimal';

const FINEST_IN_A_MICRO = 10n ** BigInt(FINEST_DECIMALS - MICRO_DECIMALS);

/** A parsed decimal in whole micro-units, halves to the even one. */
export function roundToMicros(decimal: bigint): bigint {
  return divideHalfEven(decimal, FINEST_IN_A_MICRO);
}

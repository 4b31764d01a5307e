import fc from 'fast-check';

const micros = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });

/** Amounts of every size and sign in one currency. */
export const dollars = micros.map((amount) => ({ currency: 'USD', micros: amount }));

/** Amounts from 0 up to 9 billion dollars, whose micro-units a double still holds exactly. */
export const exactDollars = fc
  .bigInt({ min: 0n, max: BigInt(Number.MAX_SAFE_INTEGER) })
  .map((amount) => ({ currency: 'USD', micros: amount }));

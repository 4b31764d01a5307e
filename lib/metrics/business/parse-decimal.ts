const MOST_DIGITS = 40;
const MOST_EXPONENT = 99;
const DECIMAL = new RegExp(
  `^([+-]?\\d{1,${MOST_DIGITS}})(?:\\.(\\d{1,${MOST_DIGITS}}))?(?:[eE]([+-]?\\d{1,${String(MOST_EXPONENT).length}}))?$`,
);

/** Decimals of the unit in which parsed numbers are counted: no text that is accepted has more. */
export const FINEST_DECIMALS = MOST_DIGITS + MOST_EXPONENT;

/**
 * The exact value of a decimal number such as 12.345, -1.5 or 1E-7, in units of the last of `FINEST_DECIMALS` decimals.
 * Throws on anything else, and on more than 40 digits at either side of the point or 2 in the exponent, naming the text.
 */
export function parseDecimal(text: string, name: string): bigint {
  const parts = DECIMAL.exec(text);
  if (!parts)
    throw new RangeError(`${name} is ${JSON.stringify(text)}, expected a decimal number such as 12.345, -1.5 or 1E-7`);
  const [, whole = '', fraction = '', exponent = '0'] = parts;
  return BigInt(whole + fraction) * 10n ** BigInt(FINEST_DECIMALS - fraction.length + Number(exponent));
}

/** Returns the code. Throws on anything that does not look like one of ISO 4217: three capital letters. */
export function checkCurrency(currency: string): string {
  if (!/^[A-Z]{3}$/.test(currency))
    throw new RangeError(`currency is ${JSON.stringify(currency)}, expected an ISO 4217 code such as USD`);
  return currency;
}

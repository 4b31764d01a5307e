/** An amount in whole micro-units, the millionths of one currency unit: sums are exact, whatever their order. */
export interface Money {
  /** ISO 4217 code such as USD. */
  readonly currency: string;
  readonly micros: bigint;
}

/** An amount as bills and JSON hold it: a decimal number in text, in units of the currency. */
export interface DecimalAmount {
  readonly amount: string;
  readonly currency: string;
}

/** Decimals of a micro-unit. */
export const MICRO_DECIMALS = 6;

import { nearestRatio } from './nearest-ratio';

const TEXT = /^(-?)0x([0-9a-f]+)p(-?\d{1,5})$/;
const double = new Float64Array(1);
// Every processor in use is little-endian: the upper half of a double is its second word.
const words = new Uint32Array(double.buffer);

/**
 * A whole number times a power of two: what sums and products of doubles are before anybody rounds. Adding, subtracting
 * and multiplying lose nothing, so neither order nor grouping changes a bit.
 */
export class ExactNumber {
  public static readonly ZERO = new ExactNumber(0n, 0);

  private constructor(
    private readonly significand: bigint,
    private readonly exponent: number,
  ) {}

  /** The double itself, both zeros being 0. Throws on NaN and infinity. */
  public static of(value: number): ExactNumber {
    if (!Number.isFinite(value)) throw new RangeError(`value is ${value}, expected a finite number`);
    double[0] = value;
    const [lower, upper] = words as unknown as readonly [number, number];
    const biased = (upper >>> 20) & 0x7ff;
    const fraction = (upper & 0xfffff) * 2 ** 32 + lower;
    const significand = BigInt(biased === 0 ? fraction : fraction + 2 ** 52);
    return new ExactNumber(value < 0 ? -significand : significand, Math.max(biased, 1) - 1075);
  }

  /** Reads what `toString` wrote; throws on anything else. */
  public static parse(text: string): ExactNumber {
    const [, sign, digits, exponent] = TEXT.exec(text) ?? [];
    if (digits === undefined) throw new RangeError(`${JSON.stringify(text)} is no exact number like "-0x1fp-4"`);
    const significand = BigInt(`0x${digits}`);
    return new ExactNumber(sign === '-' ? -significand : significand, Number(exponent));
  }

  public plus(other: ExactNumber): ExactNumber {
    const exponent = Math.min(this.exponent, other.exponent);
    return new ExactNumber(this.inUnitsOf(exponent) + other.inUnitsOf(exponent), exponent);
  }

  public minus(other: ExactNumber): ExactNumber {
    return this.plus(new ExactNumber(-other.significand, other.exponent));
  }

  public times(other: ExactNumber): ExactNumber {
    return new ExactNumber(this.significand * other.significand, this.exponent + other.exponent);
  }

  /** The double nearest to the quotient, half to even; infinite beyond the largest. Throws unless `other` is positive. */
  public dividedBy(other: ExactNumber): number {
    const exponent = Math.min(this.exponent, other.exponent);
    return nearestRatio(this.inUnitsOf(exponent), other.inUnitsOf(exponent));
  }

  public isZero(): boolean {
    return this.significand === 0n;
  }

  /**
   * An odd whole number, hexadecimal, and its power of two, such as `-0x1fp-4`: the notation of C99 and of Python's
   * `float.fromhex`. Equal numbers have equal texts.
   */
  public toString(): string {
    if (this.isZero()) return '0x0p0';
    const digits = this.significand.toString(2);
    const zeros = digits.length - 1 - digits.lastIndexOf('1');
    const odd = this.significand >> BigInt(zeros);
    return `${odd < 0n ? '-' : ''}0x${(odd < 0n ? -odd : odd).toString(16)}p${this.exponent + zeros}`;
  }

  private inUnitsOf(exponent: number): bigint {
    return this.significand << BigInt(this.exponent - exponent);
  }
}

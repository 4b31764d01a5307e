import { ExactNumber } from './exact-number';

/** Doubles of neighbouring exponents, 16 (2^4) of them, share two accumulators. */
const GROUP_EXPONENTS = 16;
/** Numbers from here on, 2^993 and more, overflow the accumulators; they are rare enough to be added one by one. */
const GROUPS = 126;
/**
 * A group spans 53 + 15 bits. Its numbers are cut into an upper and a lower half of at most 34 bits each, of which this
 * many fit into the 53 bits of a double.
 */
const UPPER_HALF = 34;
const MOST_PENDING = 2 ** 18;
/** Adding this and taking it off again rounds a number of the group to its upper half. */
const ROUNDING = Float64Array.from(
  { length: GROUPS },
  (_, group) => 1.5 * 2 ** (GROUP_EXPONENTS * group - 1075 + UPPER_HALF + 52),
);

const double = new Float64Array(1);
// Every processor in use is little-endian: the upper half of a double is its second word.
const words = new Uint32Array(double.buffer);

/** Veltkamp's constant, which cuts a double into two halves of at most 26 bits. */
const HALVING = 2 ** 27 + 1;
/** Between these, neither a factor's halves nor the error of a product can leave the range of doubles. */
const LARGEST_FACTOR = 2 ** 990;
const LARGEST_PRODUCT = 2 ** 1000;
const SMALLEST_PRODUCT = 2 ** -960;

/**
 * Sums finite doubles without any rounding, in constant memory (the idea of Neal 2015, "Fast exact summation using small
 * and large superaccumulators", with floating-point accumulators): whatever the order, the same bits. Zero has no sign.
 */
export class ExactSum {
  private readonly halves = new Float64Array(2 * GROUPS);
  private pending = 0;
  private settled = ExactNumber.ZERO;

  /** Throws on NaN and infinity. */
  public add(value: number): void {
    double[0] = value;
    const group = ((words[1] as number) >>> 24) & 0x7f;
    if (group >= GROUPS) {
      this.settled = this.settled.plus(ExactNumber.of(value));
      return;
    }
    const rounding = ROUNDING[group] as number;
    const upper = value + rounding - rounding;
    const { halves } = this;
    halves[2 * group] = (halves[2 * group] as number) + upper;
    halves[2 * group + 1] = (halves[2 * group + 1] as number) + (value - upper);
    if (++this.pending === MOST_PENDING) this.settle();
  }

  /** Adds `first * second` before rounding, as Dekker's product and its error (1971). Throws on NaN and infinity. */
  public addProduct(first: number, second: number): void {
    const product = first * second;
    const size = Math.abs(product);
    const isSafe =
      size >= SMALLEST_PRODUCT &&
      size <= LARGEST_PRODUCT &&
      Math.abs(first) <= LARGEST_FACTOR &&
      Math.abs(second) <= LARGEST_FACTOR;
    if (!isSafe) {
      // Right predictions are common and cost nothing this way.
      if (product === 0 && (first === 0 || second === 0)) return;
      this.settled = this.settled.plus(ExactNumber.of(first).times(ExactNumber.of(second)));
      return;
    }
    const firstUpper = first * HALVING - (first * HALVING - first);
    const secondUpper = second * HALVING - (second * HALVING - second);
    const firstLower = first - firstUpper;
    const secondLower = second - secondUpper;
    const rest = firstUpper * secondUpper - product + firstUpper * secondLower + firstLower * secondUpper;
    this.add(product);
    this.add(rest + firstLower * secondLower);
  }

  /** The sum itself; its text is the form to store, and the sums of parts add up to the sum of the whole. */
  public get total(): ExactNumber {
    this.settle();
    return this.settled;
  }

  /** The double nearest to the sum, half to even. Throws when that is beyond the largest double. */
  public get value(): number {
    const value = this.total.dividedBy(ExactNumber.of(1));
    if (!Number.isFinite(value)) throw new RangeError('the sum is beyond the largest double');
    return value;
  }

  private settle(): void {
    this.pending = 0;
    for (const half of this.halves) if (half !== 0) this.settled = this.settled.plus(ExactNumber.of(half));
    this.halves.fill(0);
  }
}

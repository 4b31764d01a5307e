/** Bins towards 0 for each halving of the probability, and towards 1 for each halving of what is left: 2^9. */
const BITS = 9;
/** What is nearer to 0 or to 1 is in the outermost bin: 2^-40 is 1 in 10^12. */
const NEAREST = 2 ** -40;

const double = new Float64Array(1);
// Every processor in use is little-endian: the upper half of a double is its second word.
const words = new Uint32Array(double.buffer);

const BELOW_FIRST_EDGE = upperBits(NEAREST) - 1;
/** Bins on either side of one half. */
const HALF = sideBin(0.5);

/** Number of bins of scores. */
export const SCORE_BINS = 2 * HALF;

/**
 * The bin of a probability, never falling as it rises. The same bins whatever the rows, finer towards 0 and 1 about as the
 * logit is: from 1/4 to 3/4 they are 1/2048 wide, and half as wide for each halving of the distance to 0 or 1. Bits of the
 * number itself are cut off, so that no logarithm's rounding blurs an edge: `score >= scoreBinEdge(bin)` is the same as
 * `scoreBin(score) >= bin`. 0 is in the first bin, 1 in the last.
 */
export function scoreBin(score: number): number {
  if (score < 0.5) return sideBin(score);
  // The distance to 1 is exact. The next smaller double is taken because a bin holds its lower edge, which is its upper here.
  return SCORE_BINS - 1 - sideBin((1 - score) * (1 - 2 ** -53));
}

/** The smallest probability in a bin. */
export function scoreBinEdge(bin: number): number {
  if (bin === 0) return 0;
  return bin < HALF ? sideEdge(bin) : 1 - sideEdge(SCORE_BINS - bin);
}

/** Exponent and leading bits, as one number that rises with the double. */
function upperBits(value: number): number {
  double[0] = value;
  return (words[1] as number) >>> (20 - BITS);
}

function sideBin(distance: number): number {
  return distance < NEAREST ? 0 : upperBits(distance) - BELOW_FIRST_EDGE;
}

function sideEdge(bin: number): number {
  words[0] = 0;
  words[1] = (bin + BELOW_FIRST_EDGE) << (20 - BITS);
  return double[0] as number;
}

import { sortEqualPrefixes } from './sort-equal-prefixes';

const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;

/**
 * Finite numbers in ascending order: radix passes over the upper 32 bits, then whatever agrees in all of them. Exact,
 * and about three times as fast as `Float64Array.sort` alone. Uses `scores` as scratch space.
 */
export function sortScores(scores: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  let from = scores;
  let to = new Float64Array(scores.length);
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    sortByDigit(from, to, shift);
    [from, to] = [to, from];
  }
  sortEqualPrefixes(from);
  return from;
}

function sortByDigit(from: Float64Array, to: Float64Array, shift: number): void {
  // Every processor in use is little-endian: the upper half of a double is its second word.
  const words = new Int32Array(from.buffer, from.byteOffset, 2 * from.length);
  const next = new Uint32Array(DIGITS + 1);
  for (let word = 1; word < words.length; word += 2) {
    const digit = ((ordered(words[word] as number) >>> shift) & (DIGITS - 1)) + 1;
    next[digit] = (next[digit] as number) + 1;
  }
  for (let digit = 1; digit < DIGITS; digit++) next[digit] = (next[digit] as number) + (next[digit - 1] as number);
  for (let word = 1; word < words.length; word += 2) {
    const digit = (ordered(words[word] as number) >>> shift) & (DIGITS - 1);
    to[next[digit] as number] = from[word >>> 1] as number;
    next[digit] = (next[digit] as number) + 1;
  }
}

/** Orders as the doubles do when read unsigned: a negative one has all its bits turned, a positive one its sign. */
const ordered = (upper: number) => upper ^ ((upper >> 31) | 0x80000000);

/** The class of each score: 1 from the threshold upwards, 0 below. Throws on NaN, naming the index. */
export function predictAt({
  score,
  threshold,
}: {
  readonly score: ArrayLike<number>;
  readonly threshold: number;
}): Uint8Array {
  if (Number.isNaN(threshold)) throw new RangeError('threshold is NaN');
  return Uint8Array.from(score, (value, index) => {
    if (Number.isNaN(value)) throw new RangeError(`score[${index}] is NaN`);
    return value >= threshold ? 1 : 0;
  });
}

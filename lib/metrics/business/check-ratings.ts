import { EmptyInputError } from '../shared/scored-rows';

/** Throws when there is no answer, and on the first that is no whole number of the scale, naming index and value. */
export function checkRatings({
  ratings,
  lowest,
  highest,
}: {
  readonly ratings: ArrayLike<number>;
  readonly lowest: number;
  readonly highest: number;
}): void {
  if (ratings.length === 0) throw new EmptyInputError('ratings needs at least 1 row');
  for (let index = 0; index < ratings.length; index++) {
    const rating = ratings[index] as number;
    if (!(Number.isInteger(rating) && rating >= lowest && rating <= highest))
      throw new RangeError(`ratings[${index}] is ${rating}, expected a whole number from ${lowest} to ${highest}`);
  }
}

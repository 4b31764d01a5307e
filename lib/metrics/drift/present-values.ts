import { EmptyInputError } from '../shared/scored-rows';

/** The values without those that are missing. Throws on empty input, NaN and infinity, naming index and value. */
export function presentValues(values: ArrayLike<number | null | undefined>): Float64Array {
  if (values.length === 0) throw new EmptyInputError('values needs at least 1 row');
  const present = new Float64Array(values.length);
  let size = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value === null || value === undefined) continue;
    if (!Number.isFinite(value))
      throw new RangeError(`values[${index}] is ${value}, expected a finite number, null or undefined`);
    present[size++] = value;
  }
  return present.subarray(0, size);
}

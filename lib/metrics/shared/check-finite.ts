import { EmptyInputError } from './scored-rows';

/** Throws when there is no value, and on the first that is no finite number, naming index and value. */
export function checkFinite(values: ArrayLike<number>, name: string): void {
  if (values.length === 0) throw new EmptyInputError(`${name} needs at least 1 row`);
  for (let index = 0; index < values.length; index++)
    if (!Number.isFinite(values[index]))
      throw new RangeError(`${name}[${index}] is ${values[index]}, expected a finite number`);
}

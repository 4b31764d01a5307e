import { EmptyInputError } from './scored-rows';

/**
 * Throws when there are no classes or no labels, and on the first label that is no class index (a whole number from 0 to
 * below `classes`), naming index and value.
 */
export function checkClasses(labels: ArrayLike<number>, classes: number, name: string): void {
  if (!Number.isInteger(classes) || classes < 1)
    throw new RangeError(`classes is ${classes}, expected a whole number of at least 1`);
  if (labels.length === 0) throw new EmptyInputError(`${name} needs at least 1 row`);
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index] as number;
    if (!(Number.isInteger(label) && label >= 0 && label < classes))
      throw new RangeError(`${name}[${index}] is ${label}, expected a class from 0 to ${classes - 1}`);
  }
}

/** Throws on anything but a whole number from 0 that a double holds exactly, naming it. */
export function checkCount(count: number, name: string): void {
  if (!(Number.isSafeInteger(count) && count >= 0))
    throw new RangeError(`${name} is ${count}, expected a whole number from 0`);
}

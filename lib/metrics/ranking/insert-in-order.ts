/** Sorts what stands from `start` to before `end`, in place, by insertion: quick when nearly in order, or short. */
export function insertInOrder(values: Float64Array, start: number, end: number): void {
  for (let index = start + 1; index < end; index++) {
    const value = values[index] as number;
    let place = index;
    for (; place > start && (values[place - 1] as number) > value; place--) values[place] = values[place - 1] as number;
    values[place] = value;
  }
}

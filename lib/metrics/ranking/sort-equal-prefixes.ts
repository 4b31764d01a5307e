/** Longest run worth sorting by insertion; a call of the native sort costs more than moving this many numbers. */
const SHORT_RUN = 32;

/** Finishes, in place, an array that is already in order by the upper 32 bits of its numbers. */
export function sortEqualPrefixes(values: Float64Array): void {
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  for (let start = 0, end = 1; start < values.length; start = end++) {
    while (end < values.length && words[2 * end + 1] === words[2 * start + 1]) end++;
    if (end - start > SHORT_RUN) values.subarray(start, end).sort();
    else if (end - start > 1) insertInOrder(values, start, end);
  }
}

function insertInOrder(values: Float64Array, start: number, end: number): void {
  for (let index = start + 1; index < end; index++) {
    const value = values[index] as number;
    let place = index;
    for (; place > start && (values[place - 1] as number) > value; place--) values[place] = values[place - 1] as number;
    values[place] = value;
  }
}

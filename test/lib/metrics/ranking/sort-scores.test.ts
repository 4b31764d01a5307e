import fc from 'fast-check';
import { sortScores } from '../../../../lib/metrics/ranking/sort-scores';

function sorted(values: readonly number[]): number[] {
  const to = new Float64Array(values.length);
  sortScores(Float64Array.from(values), to);
  return [...to];
}
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

test('orders every finite number as the native sort does', () => {
  fc.assert(
    fc.property(fc.array(finite, { maxLength: 300 }), (values) => {
      expect(sorted(values)).toEqual([...Float64Array.from(values).sort()]);
    }),
  );
});

test('orders numbers that differ only in their last bits, in short runs and in long ones', () => {
  const nearly = (count: number, base: number) =>
    Array.from({ length: count }, (_, index) => base + ((index * 7919) % count) * Number.EPSILON);

  for (const values of [nearly(5, 1), nearly(400, 1), [...nearly(400, -2), ...nearly(20, -1), ...nearly(33, 3)]])
    expect(sorted(values)).toEqual([...Float64Array.from(values).sort()]);
});

test('orders neighbours in every one of the upper 32 bits, negative and positive', () => {
  const values = Array.from({ length: 4000 }, (_, index) => {
    const bits = new DataView(new ArrayBuffer(8));
    bits.setUint32(0, ((index % 2) * 2 ** 31 + (index % 2046) * 2 ** 20 + ((index * 7919) % 5)) >>> 0);
    return bits.getFloat64(0);
  });

  expect(sorted(values)).toEqual([...Float64Array.from(values).sort()]);
});

test('orders numbers of one crowd with outliers, of all magnitudes and beyond what doubles can subtract', () => {
  const crowd = Array.from({ length: 5000 }, (_, index) => ((index * 7919) % 5000) / 5000);
  for (const values of [
    [...crowd, 1e300],
    [...crowd, Number.MAX_VALUE, -Number.MAX_VALUE],
    crowd.map((value) => 10 ** (600 * value - 300)),
    crowd.map((value) => value * 1e-310),
    crowd.map((value) => Math.round(value * 10)),
    crowd.map((value) => -(value ** 40)),
  ])
    expect(sorted(values)).toEqual([...Float64Array.from(values).sort()]);
});

test('nothing and one number are in order already', () => {
  expect(sorted([])).toEqual([]);
  expect(sorted([-3.5])).toEqual([-3.5]);
});

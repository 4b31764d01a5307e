import fc from 'fast-check';
import { mergeSketches, type Sketch } from '../../../../lib/metrics';

/** Stored and read again, as between two Lambdas. */
const stored = <Kind extends Sketch>(sketch: Kind): Kind => JSON.parse(JSON.stringify(sketch));

/**
 * Deals rows out to up to five shards, some of them empty, sketches each and merges two at a time in random order until one is
 * left: its JSON must be that of the sketch of all rows. Merging with the sketch of no rows must change nothing.
 */
export function expectMergeable<Row>(rows: fc.Arbitrary<Row[]>, sketchOf: (rows: readonly Row[]) => Sketch): void {
  const picks = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(
      rows.chain((all) =>
        fc.tuple(fc.constant(all), fc.array(fc.nat(4), { minLength: all.length, maxLength: all.length })),
      ),
      picks,
      ([all, shardOf], order) => {
        const whole = JSON.stringify(sketchOf(all));
        const sketches = [0, 1, 2, 3, 4].map((shard) =>
          stored(sketchOf(all.filter((_, index) => shardOf[index] === shard))),
        );
        for (const [first, second] of order) {
          const [one] = sketches.splice(first % sketches.length, 1);
          const [other] = sketches.splice(second % sketches.length, 1);
          sketches.push(stored(mergeSketches(one as Sketch, other as Sketch)));
        }
        expect(JSON.stringify(sketches[0])).toBe(whole);
        const [nothing, everything] = [sketchOf([]), sketchOf(all)];
        expect(JSON.stringify(mergeSketches(nothing, everything))).toBe(whole);
        expect(JSON.stringify(mergeSketches(everything, nothing))).toBe(whole);
        expect(stored(everything)).toEqual(everything);
      },
    ),
    { numRuns: 60 },
  );
}

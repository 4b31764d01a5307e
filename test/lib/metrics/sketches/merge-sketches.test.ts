import {
  BinarySketchBuilder,
  CalibrationSketchBuilder,
  ConfusionSketchBuilder,
  DriftSketchBuilder,
  LossSketchBuilder,
  mergeSketches,
  RegressionSketchBuilder,
  rocAucBounds,
  type ScoreSketch,
  type Sketch,
} from '../../../../lib/metrics';

const merge = (first: Sketch, second: Sketch) => mergeSketches(first, second);

test('sketches of different kinds and versions do not merge, and both are named', () => {
  const losses = new LossSketchBuilder().build();

  expect(() => merge(losses, new RegressionSketchBuilder().build())).toThrow(
    'cannot merge sketches of different kind: "loss-sketch/1" and "regression-sketch/1"',
  );
  expect(() => merge(losses, { ...losses, kind: 'loss-sketch/2' })).toThrow(
    'cannot merge sketches of different kind: "loss-sketch/1" and "loss-sketch/2"',
  );
});

test.each([
  [
    new CalibrationSketchBuilder({ bins: 10 }).build(),
    new CalibrationSketchBuilder({ bins: 20 }).build(),
    'cannot merge sketches of different bins: 10 and 20',
  ],
  [
    new ConfusionSketchBuilder({ classes: 2 }).build(),
    new ConfusionSketchBuilder({ classes: 3 }).build(),
    'cannot merge sketches of different classes: 2 and 3',
  ],
  [
    new BinarySketchBuilder({ threshold: 0.5 }).build(),
    new BinarySketchBuilder().build(),
    'cannot merge sketches of different threshold: 0.5 and null',
  ],
  [
    new BinarySketchBuilder({ calibrationBins: 5 }).build(),
    new BinarySketchBuilder().build(),
    'cannot merge sketches of different bins: 5 and 10',
  ],
  [
    new DriftSketchBuilder([{ name: 'age', edges: [30, 60] }]).build(),
    new DriftSketchBuilder([{ name: 'age', edges: [30, 65] }]).build(),
    'cannot merge sketches of different columns: [{"name":"age","edges":[30,60]}] and [{"name":"age","edges":[30,65]}]',
  ],
])('rows that were counted differently do not merge: %#', (first, second, message) => {
  expect(() => merge(first, second)).toThrow(message);
});

test('a field that only one side has is a difference', () => {
  expect(() => merge({ kind: 'a/1' }, { kind: 'a/1', bins: 3 } as Sketch)).toThrow('different bins: undefined and 3');
});

test('counts that no longer add up exactly, or are none, are refused', () => {
  const sketch = (rows: unknown) => ({ kind: 'a/1', counts: { rows } }) as Sketch;

  expect(merge(sketch(2 ** 53 - 2), sketch(1))).toEqual(sketch(2 ** 53 - 1));
  expect(() => merge(sketch(2 ** 53 - 1), sketch(1))).toThrow('cannot add the counts 9007199254740991 and 1 exactly');
  expect(() => merge(sketch('1'), sketch(1))).toThrow('cannot add the counts 1 and 1 exactly');
});

test('sums are added without rounding, and a text that is no sum is refused', () => {
  const sketch = (sum: string) => ({ kind: 'a/1', sums: { sum } });

  // By hand: 1 is 2^76 units of 2^-76.
  expect(merge(sketch('0x1p0'), sketch('-0x1p-76'))).toEqual(sketch(`0x${'f'.repeat(19)}p-76`));
  expect(() => merge(sketch('0x1p0'), sketch('NaN'))).toThrow('"NaN" is no exact number');
});

test('merging leaves both sides alone', () => {
  const builder = new BinarySketchBuilder({ threshold: 0.5 });
  builder.add(1, 0.7);
  const sketch = builder.build();
  const before = JSON.stringify(sketch);

  mergeSketches(sketch, sketch);

  expect(JSON.stringify(sketch)).toBe(before);
});

test('a sketch of another kind is not read out', () => {
  const losses = new LossSketchBuilder().build() as unknown as ScoreSketch;

  expect(() => rocAucBounds(losses)).toThrow('the sketch is "loss-sketch/1", expected "score-sketch/1"');
});

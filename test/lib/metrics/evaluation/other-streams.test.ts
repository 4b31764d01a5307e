import {
  BinarySketchBuilder,
  balancedAccuracyScore,
  evaluateMulticlassStream,
  evaluateRegressionStream,
  mergeSketches,
  sketchBinaryStream,
} from '../../../../lib/metrics';

const bytes = (text: string) => [new TextEncoder().encode(text)];

test('predicted numbers are measured from a stream: scikit-learn documents MSE 0.375, MAE 0.5 and R² 0.9486 for these', async () => {
  const rows = 'truth,guess\n3,2.5\n-0.5,0.0\n2,2\n7,8\n';
  const report = await evaluateRegressionStream(bytes(rows), { format: 'csv', actual: 'truth', predicted: 'guess' });

  expect(report).toMatchObject({ rows: 4, meanSquaredError: { value: 0.375 }, meanAbsoluteError: { value: 0.5 } });
  expect(report.r2Score.value).toBeCloseTo(0.9486081370449679, 15);
});

test('predicted classes are measured from a stream, named and ordered by their text', async () => {
  // scikit-learn's documented example of confusion_matrix: ant, bird, cat.
  const actual = ['cat', 'ant', 'cat', 'cat', 'ant', 'bird'];
  const predicted = ['ant', 'ant', 'cat', 'cat', 'ant', 'cat'];
  const lines = actual.map((truth, row) => JSON.stringify({ truth, guess: predicted[row] }));
  const report = await evaluateMulticlassStream(bytes(lines.join('\n')), {
    format: 'json-lines',
    actual: 'truth',
    predicted: 'guess',
  });

  expect(report).toMatchObject({
    rows: 6,
    classes: ['ant', 'bird', 'cat'],
    confusionMatrix: [
      [2, 0, 0],
      [0, 0, 1],
      [1, 0, 2],
    ],
    accuracy: { value: 4 / 6 },
    precision: { micro: { value: 4 / 6 }, macro: { value: (2 / 3 + 0 + 2 / 3) / 3 } },
  });
  expect(report.balancedAccuracy).toEqual(balancedAccuracyScore(report.confusionMatrix));
});

test('too many classes are no classes', async () => {
  const rows = Array.from({ length: 1001 }, (_, row) => `id-${row},id-0`).join('\n');
  await expect(evaluateMulticlassStream(bytes(rows), { format: 'csv', actual: 0, predicted: 1 })).rejects.toThrow(
    'line 1001: actual (column 0) is "id-1000", expected one of at most 1000 classes',
  );
});

test('the sketches of two files merge to the sketch of both', async () => {
  const rows: [number, number][] = [
    [1, 0.9],
    [0, 0.2],
    [1, 0.4],
    [0, 0.4],
    [0, 0.05],
  ];
  const layout = { format: 'csv', actual: 0, predicted: 1 } as const;
  const file = (part: typeof rows) =>
    sketchBinaryStream(bytes(part.map((row) => row.join(',')).join('\n')), layout, { threshold: 0.3 });
  const whole = new BinarySketchBuilder({ threshold: 0.3 });
  for (const [actual, score] of rows) whole.add(actual, score);

  expect(mergeSketches(await file(rows.slice(3)), await file(rows.slice(0, 3)))).toEqual(whole.build());
});

test('a score that no sketch holds is refused by its file', async () => {
  const layout = { format: 'csv', actual: 0, predicted: 1, source: 'day.csv' } as const;
  await expect(sketchBinaryStream(bytes('1,0.5\n0,1.5\n'), layout)).rejects.toThrow('day.csv score[1] is 1.5');
});

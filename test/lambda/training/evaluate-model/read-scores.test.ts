import fc from 'fast-check';
import { BadScoresError, readScores } from '../../../../lambda/training/evaluate-model/read-scores';

/** The text as a stream whose chunks end after every `size` bytes, also within a line. */
async function* chunks(text: string, size: number) {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
const read = async (text: string, size = 5) => {
  const { actual, score } = await readScores(chunks(text, size), 's3://runs/test.csv.out');
  return { actual: Array.from(actual), score: Array.from(score) };
};

test('the first column is the label and the last the score, whatever stands between', async () => {
  expect(await read('1,0.5,red,0.91\n0,0.25\n1.0,,,3e-5\n')).toEqual({ actual: [1, 0, 1], score: [0.91, 0.25, 3e-5] });
});

test('line breaks may be those of Windows, the last may be missing, and blank lines mean nothing', async () => {
  expect(await read('0,0.1\r\n\r\n1,0.9\n\n0, 0.3 ')).toEqual({ actual: [0, 1, 0], score: [0.1, 0.9, 0.3] });
});

test('every row arrives, wherever the chunks end', async () => {
  const row = fc.tuple(fc.constantFrom(0, 1), fc.double({ noNaN: true, noDefaultInfinity: true }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 40 }),
      async (rows, size) => {
        const text = rows.map(([label, score]) => `${label},17,${score}\n`).join('');
        expect(await read(text, size)).toEqual({
          actual: rows.map(([label]) => label),
          // "-0" is written as "0".
          score: rows.map(([, score]) => score + 0),
        });
      },
    ),
  );
});

test('a file of many rows is read whole', async () => {
  const rows = 20_000;
  const text = Array.from({ length: rows }, (_, index) => `${index % 2},${index}\n`).join('');

  const { actual, score } = await read(text, 65_536);

  expect([actual.length, score[1], score[rows - 1]]).toEqual([rows, 1, rows - 1]);
  expect(actual.filter((label, index) => label === index % 2)).toHaveLength(rows);
});

test.each([
  ['0,0.1\n2,0.2', 'line 2: the label is "2", expected 0 or 1'],
  ['yes,0.1', 'line 1: the label is "yes", expected 0 or 1'],
  [',0.1', 'line 1: the label is "", expected 0 or 1'],
  ['0,0.1\n\n1,nan', 'line 3: the score is "nan", expected a finite number'],
  ['0,0.1\n1,', 'line 2: the score is "", expected a finite number'],
  ['0,Infinity', 'line 1: the score is "Infinity", expected a finite number'],
  ['0\n', 'line 1: the score is "", expected a finite number'],
])('%j is refused, naming file and line', async (text, message) => {
  await expect(read(text)).rejects.toThrow(new BadScoresError(`s3://runs/test.csv.out ${message}`));
});

test.each(['', '\n\n'])('a file without rows is refused: %j', async (text) => {
  await expect(read(text)).rejects.toThrow(new BadScoresError('s3://runs/test.csv.out has no rows'));
});

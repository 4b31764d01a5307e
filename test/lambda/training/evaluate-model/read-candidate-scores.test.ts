import fc from 'fast-check';
import { readCandidateScores } from '../../../../lambda/training/evaluate-model/read-candidate-scores';
import { EmptyInputError, rocAucScore } from '../../../../lib/metrics';

/** The text as a stream whose chunks end after every `size` bytes, also within a line. */
async function* chunks(text: string, size: number) {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
const read = (text: string, size = 5) => readCandidateScores(chunks(text, size), 's3://runs/test.csv.out');

test('the first column is the label and the last the score, whatever stands between', async () => {
  const { scores } = await read('1,0.5,red,0.91\n0,0.25,,0.1\n1.0,,,3e-5\n');

  expect(scores.rows).toBe(3);
  expect(rocAucScore(scores.parts)).toEqual({ value: 0.5 });
});

test('the first lines are kept as they stand there, wherever chunks end, whatever line breaks there are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 12 }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('\n', '\r\n', '\n\n'),
      async (rows, size, end) => {
        const lines = Array.from({ length: rows + 1 }, (_, row) => `${row % 2},17, x,0.${row + 1}`);
        for (const last of ['', end])
          expect((await read(lines.join(end) + last, size)).firstLines).toEqual(lines.slice(0, 5));
      },
    ),
  );
});

test('the same labels in the same order have the same mark, others have another', async () => {
  const mark = async (labels: string) =>
    (await read([...labels].map((label) => `${label},0.5`).join('\n'))).scores.labelMark;

  expect(await mark('0110100')).toBe(await mark('0110100'));
  const marks = new Set(await Promise.all(['0110100', '0110010', '0011010', '1001011', '011010', '0'].map(mark)));
  expect(marks.size).toBe(6);
});

test.each([
  ['2,0.2', 'line 1: actual (column 0) is "2", expected 0 or 1'],
  ['0,0.1\n1,', 'line 2: predicted (column -1) is "", expected a finite number'],
])('%j is refused, naming file and line', async (text, message) => {
  await expect(read(text)).rejects.toThrow(`s3://runs/test.csv.out ${message}`);
});

test('a file without rows is no scores', async () => {
  await expect(read('\n')).rejects.toThrow(new EmptyInputError('s3://runs/test.csv.out needs at least 1 row'));
});

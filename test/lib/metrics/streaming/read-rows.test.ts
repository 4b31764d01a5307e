import fc from 'fast-check';
import { BadRowsError, EmptyInputError } from '../../../../lib/metrics';
import { LabelColumn } from '../../../../lib/metrics/streaming/label-column';
import { NumberColumn } from '../../../../lib/metrics/streaming/number-column';
import { type RowLayout, readRows } from '../../../../lib/metrics/streaming/read-rows';
import { chunksOf, cuts, Kept } from './row-streams';

const NAMED: RowLayout = { format: 'csv', actual: 'label', predicted: 'score' };
const PLACED: RowLayout = { format: 'csv', actual: 0, predicted: -1 };
const LINES: RowLayout = { format: 'json-lines', actual: 'label', predicted: 'score' };

async function read(text: string, layout: RowLayout, at: readonly number[] = [], labels = {}) {
  const kept = new Kept();
  const readers = { actual: new LabelColumn(labels), predicted: new NumberColumn() };
  await readRows(chunksOf(text, at), layout, readers, kept);
  return kept.rows;
}

const rows = fc.array(
  fc.tuple(
    fc.constantFrom(0, 1),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((score) => score + 0),
  ),
  { minLength: 1, maxLength: 30 },
);
/** Text that has in it whatever could be taken for the end of a field or a line. */
const anyText = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ' ', '0'), maxLength: 8 });
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const end = fc.constantFrom('\n', '\r\n');

test('rows of CSV come as they are, wherever chunks are cut, whatever stands quoted between them', async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.array(anyText, { minLength: 30, maxLength: 30 }),
      end,
      cuts,
      async (all, texts, newLine, at) => {
        const lines = all.map(([label, score], index) => [label, quoted(texts[index] ?? ''), score].join(','));
        for (const last of ['', newLine])
          expect(
            await read(
              `id${newLine}`.replace('id', 'label,"a ""text""",score') + lines.join(newLine) + last,
              NAMED,
              at,
            ),
          ).toEqual(all);
        expect(await read(lines.join(newLine), PLACED, at)).toEqual(all);
      },
    ),
  );
});

test('rows of JSON lines come as they are, wherever chunks are cut', async () => {
  await fc.assert(
    fc.asyncProperty(rows, anyText, end, cuts, async (all, text, newLine, at) => {
      const lines = all.map(([label, score]) => JSON.stringify({ text, score, nested: { label: 7 }, label }));
      expect(await read(lines.join(newLine), LINES, at)).toEqual(all);
      expect(await read(lines.join(newLine + newLine) + newLine, LINES, at)).toEqual(all);
    }),
  );
});

test('blank lines are skipped, and a byte order mark is no part of the first field', async () => {
  expect(await read('\n\r\n1,0.5\n\n0,0.25\n\n', PLACED)).toEqual([
    [1, 0.5],
    [0, 0.25],
  ]);
  expect(await read('\ufefflabel,score\n1,0.5', NAMED)).toEqual([[1, 0.5]]);
  expect(await read('\ufeff1,0.5\n', PLACED)).toEqual([[1, 0.5]]);
});

test.each([
  ['1', 1],
  ['0', 0],
  ['1.0', 1],
  ['0.00', 0],
  ['"1"', 1],
  [' 1 ', 1],
  ['1e0', 1],
])('the label %s is %d', async (label, value) => {
  expect(await read(`${label},0.5`, PLACED)).toEqual([[value, 0.5]]);
});

test('labels may be words, and in JSON true and false', async () => {
  expect(await read('yes,0.5\n"no",0.25', PLACED, [], { positive: 'yes', negative: 'no' })).toEqual([
    [1, 0.5],
    [0, 0.25],
  ]);
  expect(await read('{"label":true,"score":"0.5"}\n{"label":false,"score":1}', LINES)).toEqual([
    [1, 0.5],
    [0, 1],
  ]);
  expect(() => new LabelColumn({ positive: 'a', negative: 'a' })).toThrow('positive and negative are both "a"');
});

test.each([
  ['a label that is neither', '1,0.5\n2,0.5', PLACED, 'line 2: actual (column 0) is "2", expected 0 or 1'],
  ['a score that is text', '1,high', PLACED, 'line 1: predicted (column -1) is "high", expected a finite number'],
  [
    'a score that is missing',
    'label,score\n1,',
    NAMED,
    'line 2: predicted (column score) is "", expected a finite number',
  ],
  ['an infinite score', '1,1e999', PLACED, 'line 1: predicted (column -1) is "1e999", expected a finite number'],
  ['NaN', '1,0.5\n\n1,NaN', PLACED, 'line 3: predicted (column -1) is "NaN", expected a finite number'],
  ['too few columns', '1,a,0.5\n1,0.5', PLACED, 'line 2 has 2 columns, the first has 3'],
  ['too many columns', '1,0.5\n1,0.5,0.5', PLACED, 'line 2 has 3 columns, the first has 2'],
  ['an unknown column', 'a,score\n1,2', NAMED, 'the header line has no column "label", it has a, score'],
  ['a place beyond', '1,2', { ...PLACED, actual: 5 }, 'there is no column 5, the first line has 2'],
  ['one column twice', '1', PLACED, 'actual (0) and predicted (-1) are the same column'],
  ['a quotation without end', '1,"0.5\n1,0.5', PLACED, 'ends within a quotation'],
  ['no JSON', '{"label":1', LINES, 'line 1 is no JSON object'],
  ['a bare number', '7', LINES, 'line 1 is no JSON object'],
  [
    'a member that is missing',
    '{"label":1}',
    LINES,
    'line 1: predicted (member score) is missing, expected a finite number',
  ],
  [
    'a member that is null',
    '{"label":null,"score":1}',
    LINES,
    'line 1: actual (member label) is null, expected 0 or 1',
  ],
  ['a list for a label', '{"label":[1],"score":1}', LINES, 'line 1: actual (member label) is [1], expected 0 or 1'],
] as const)('%s is refused by line and column', async (_, text, layout, message) => {
  const refused = read(text, { ...layout, source: 's3://bucket/file' });
  await expect(refused).rejects.toThrow(BadRowsError);
  await expect(refused).rejects.toThrow(`s3://bucket/file ${message}`);
});

test.each(['', '\n\n', 'label,score\n'])('%j holds no row', async (text) => {
  await expect(read(text, text.startsWith('l') ? NAMED : PLACED)).rejects.toThrow(EmptyInputError);
});

test('a line without end is given up before it fills the memory', async () => {
  const endless = Array.from({ length: 20 }, () => new Uint8Array(2 ** 20).fill(48));
  const readers = { actual: new LabelColumn(), predicted: new NumberColumn() };
  await expect(readRows(endless, PLACED, readers, new Kept())).rejects.toThrow(
    'has a line of more than 16777216 bytes',
  );
});

test('what the stream throws is thrown on', async () => {
  async function* broken() {
    yield new TextEncoder().encode('1,0.5\n');
    throw new Error('connection reset');
  }
  const readers = { actual: new LabelColumn(), predicted: new NumberColumn() };
  await expect(readRows(broken(), PLACED, readers, new Kept())).rejects.toThrow(/^connection reset$/);
});

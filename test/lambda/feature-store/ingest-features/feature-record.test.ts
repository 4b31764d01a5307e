import { parseRecords } from '../../../../lambda/feature-store/ingest-features/feature-record';

test('one record a line, whether or not the file ends with a line break', () => {
  const records = [
    { part_id: 'a', load: 1 },
    { part_id: 'b', load: null },
  ];

  expect(parseRecords('{"part_id":"a","load":1}\n{"part_id":"b","load":null}', 'part')).toEqual(records);
  expect(parseRecords('{"part_id":"a","load":1}\n{"part_id":"b","load":null}\n', 'part')).toEqual(records);
});

test.each(['{"part_id":"b"', '[1]', '{"load":{"deep":1}}', 'null'])('a line that is no record is named: %s', (line) => {
  expect(() => parseRecords(`{"part_id":"a"}\n${line}`, 's3://lake/part')).toThrow(
    's3://lake/part line 2 is not one JSON object of names and plain values',
  );
});

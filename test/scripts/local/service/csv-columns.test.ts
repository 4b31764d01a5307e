import { selectColumns } from '../../../../scripts/local/service/jobs/csv-columns';

test.each([
  [undefined, 'a,b,c,d'],
  ['$', 'a,b,c,d'],
  ['$[1:]', 'b,c,d'],
  ['$[:-1]', 'a,b,c'],
  ['$[1:3]', 'b,c'],
  ['$[0,-1]', 'a,d'],
  ['$[2]', 'c'],
])('%s keeps %s', (path, expected) => {
  expect(selectColumns('a,b,c,d', path)).toBe(expected);
});

test.each(['$.name', "$['name']", '$[*]', '1:'])('%s is no filter of columns', (path) => {
  expect(() => selectColumns('a,b', path)).toThrow('selects no columns');
});

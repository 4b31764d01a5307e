import { columnFilter, csvFields } from '../../../../scripts/local/service/jobs/csv-columns';

test.each([
  [undefined, 'a,b,c,d'],
  ['$', 'a,b,c,d'],
  ['$[1:]', 'b,c,d'],
  ['$[:-1]', 'a,b,c'],
  ['$[1:3]', 'b,c'],
  ['$[0,-1]', 'a,d'],
  ['$[2]', 'c'],
])('%s keeps %s', (path, expected) => {
  expect(columnFilter(path)(csvFields('a,b,c,d')).join(',')).toBe(expected);
});

test.each(['$.name', "$['name']", '$[*]', '1:'])('%s is no filter of columns', (path) => {
  expect(() => columnFilter(path)).toThrow('selects no columns');
});

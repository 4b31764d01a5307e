import { objectUnder, s3Uri } from '../../../lambda/shared/s3-location';

test.each([
  ['s3://lake/datasets/parts/run-1', 'datasets/parts/run-1/manifest.json'],
  ['s3://lake/datasets/parts/run-1/', 'datasets/parts/run-1/manifest.json'],
  ['s3://lake', 'manifest.json'],
])('an object stands under %s with one slash between', (prefix, key) => {
  expect(objectUnder(prefix, 'manifest.json')).toEqual({ bucket: 'lake', key });
});

test.each(['/lake/datasets', 's3:///datasets', 'lake'])('%s is no place in S3', (prefix) => {
  expect(() => objectUnder(prefix, 'manifest.json')).toThrow(`"${prefix}" is not of the form s3://bucket/prefix`);
});

test('a place is named as people write it', () => {
  expect(s3Uri({ bucket: 'lake', key: 'a/b.csv' })).toBe('s3://lake/a/b.csv');
});

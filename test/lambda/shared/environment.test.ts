import { readEnvironment, readLimit } from '../../../lambda/shared/environment';

test('a handler gets what it declares and nothing else', () => {
  const source = { GROUP: 'parts', TABLE: 'starts', PATH: '/bin' };

  expect(readEnvironment(['GROUP', 'TABLE'], source)).toEqual({ GROUP: 'parts', TABLE: 'starts' });
});

test.each([{}, { GROUP: '' }])('a missing variable is named: %j', (source) => {
  expect(() => readEnvironment(['GROUP'], source)).toThrow('environment variable GROUP is missing');
});

test('a limit may be zero', () => {
  expect(readLimit({ HOURS: '0' }, 'HOURS')).toBe(0);
});

test.each(['many', '-1', 'Infinity', 'NaN'])('a limit of %s is refused', (HOURS) => {
  expect(() => readLimit({ HOURS }, 'HOURS')).toThrow(`environment variable HOURS is "${HOURS}"`);
});

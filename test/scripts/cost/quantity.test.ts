import {
  brief,
  dividedBy,
  isPositive,
  minus,
  plus,
  quantity,
  rounded,
  smaller,
  times,
} from '../../../scripts/cost/quantity';

test('a third of an hour, three times, is an hour again', () => {
  const third = dividedBy('20', '60');

  expect(rounded(plus(third, third, third), 12)).toBe('1.000000000000');
  expect(rounded(third, 3)).toBe('0.333');
});

test('a price below a micro-unit keeps all its digits', () => {
  expect(rounded(times('0.0000166667', '0.0000000002'), 20)).toBe('0.00000000000000333334');
});

test('what a division leaves over is rounded to the even digit', () => {
  expect(rounded(quantity('0.5'), 0)).toBe('0');
  expect(rounded(quantity('1.5'), 0)).toBe('2');
  expect(rounded(quantity('-0.25'), 1)).toBe('-0.2');
});

test('less is found, whatever the denominators and signs', () => {
  expect(smaller(dividedBy('1', '3'), quantity('0.34'))).toEqual(dividedBy('1', '3'));
  expect(rounded(dividedBy('1', '-4'), 2)).toBe('-0.25');
  expect(isPositive(minus(dividedBy('1', '3'), quantity('0.34')))).toBe(false);
});

test('people read no zeros at the end', () => {
  expect([quantity('10.500'), quantity('100'), quantity('0.0000001')].map((each) => brief(each))).toEqual([
    '10.5',
    '100',
    '0',
  ]);
});

test.each(['', '1e3', 'NaN', '.5', '1,5'])('%j is no quantity', (text) => {
  expect(() => quantity(text)).toThrow(`${JSON.stringify(text)} is no decimal number`);
});

test('nothing is divided by nothing', () => {
  expect(() => dividedBy('1', '0')).toThrow('divided by nothing');
});

import { amount, decimal, html, money, percent, score } from '../../../scripts/report/words';

const plain = (said: string) => said.replaceAll('\u00a0', ' ');

test.each([
  [0, '0 %'],
  [0.0004, '< 0.1 %'],
  [0.3333, '33.3 %'],
  [0.9996, '> 99.9 %'],
  [1, '100 %'],
])('the share %d is %s: only nothing is nothing, only all is all', (share, said) => {
  expect(plain(percent(share))).toBe(said);
});

test.each([
  [0, '0.000'],
  [0.0001, '< 0.001'],
  [0.5, '0.500'],
  [0.99996, '> 0.999'],
  [1, '1.000'],
  [-0.25, '−0.250'],
])('the score %d is %s', (value, said) => {
  expect(plain(score(value))).toBe(said);
});

test.each([
  [0, '0'],
  [1234.5, '1,235'],
  [0.012345, '0.0123'],
  [0.00001234, '1.23e-5'],
  [-2_500_000, '−2.50e+6'],
  [Number.POSITIVE_INFINITY, '∞'],
])('the number %d is %s', (value, said) => {
  expect(decimal(value)).toBe(said);
});

test.each([
  [-0, '0'],
  [12.5, '12.50'],
  [60, '60'],
  [-1234.56, '−1,235'],
])('the amount %d is %s', (value, said) => {
  expect(amount(value)).toBe(said);
  expect(plain(money(value, 'EUR'))).toBe(`${said} EUR`);
});

test('what stands in a template is text', () => {
  expect(html`<b>${'a < b & "c"'}</b>${'d'}`).toBe('<b>a &lt; b &amp; &quot;c&quot;</b>d');
});

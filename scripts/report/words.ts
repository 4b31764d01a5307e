import type { MetricValue } from '../../lib/metrics';

/** Numbers as people read them; every text of a page writes them in this one way. No line breaks between number and unit. */
const SPACE = '\u00a0';

export function count(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** Three significant digits; nothing that is not nothing is rounded to it. */
export function decimal(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size === Number.POSITIVE_INFINITY) return withMinus(value > 0 ? '∞' : '-∞');
  if (size >= 1e6 || size < 1e-4) return withMinus(value.toExponential(2));
  return withMinus(size >= 100 ? count(value) : Number(value.toPrecision(3)).toString());
}

/** A true minus where a hyphen stands. */
export function withMinus(number: string): string {
  return number.replace(/^-/, '−');
}

/** Always three decimals, but "0.000" and "1.000" are said of nothing and of one only. */
export function score(value: number): string {
  const rounded = value.toFixed(3);
  if (rounded === '0.000' && value > 0) return `<${SPACE}0.001`;
  if (rounded === '1.000' && value < 1) return `>${SPACE}0.999`;
  return withMinus(rounded);
}

/** Of a share between 0 and 1; "0 %" and "100 %" are said of nothing and of all only. */
export function percent(share: number): string {
  const rounded = (100 * share).toFixed(1);
  if (rounded === '0.0') return share === 0 ? `0${SPACE}%` : `<${SPACE}0.1${SPACE}%`;
  if (rounded === '100.0') return share === 1 ? `100${SPACE}%` : `>${SPACE}99.9${SPACE}%`;
  return `${rounded}${SPACE}%`;
}

/** A difference of shares. */
export function points(difference: number): string {
  return `${decimal(100 * difference)}${SPACE}percentage points`;
}

/** What a metric is, or why it is not. */
export function metric(value: MetricValue, say: (value: number) => string): string {
  return value.value === null ? `undefined: ${value.reason}` : say(value.value);
}

/** An amount in whole units once it is large enough for them. */
export function amount(value: number): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2;
  // Adding nothing turns −0 into 0.
  return withMinus(
    (value + 0).toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
}

export function money(value: number, currency: string): string {
  return `${amount(value)}${SPACE}${currency}`;
}

/** Text as part of a page. */
export function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A template of HTML: what stands between its parts is text, whoever wrote it. */
export function html(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return parts.reduce((all, part, at) => all + text(values[at - 1] ?? '') + part);
}

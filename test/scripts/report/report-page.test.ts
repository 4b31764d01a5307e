import { parseHTML } from 'linkedom';
import { evaluateBinary } from '../../../lib/metrics';
import { drawPages } from './draw-pages';
import { someDrift, someReport, someRows } from './reports';

jest.setTimeout(30_000);

const HOSTILE = '"><script>alert(1)</script>&';
const title = 'Customer churn';
const report = someReport();
const drift = someDrift({ age: 0.5, tenure: 0.3 });
const one = { value: null, reason: HOSTILE };
const negatives = evaluateBinary({ actual: [0, 0, 0], score: [0.1, 0.2, 0.9] });
const logOdds = evaluateBinary({ actual: [0, 1, 0, 1], score: [-7, 3, 1, 2] }, { threshold: 2 });
const many = Array.from({ length: 20 }, (_, at) => ({
  name: `feature ${at}`,
  psi: at / 1000,
  limit: 0.1,
  ratio: at / 100,
}));
/** More points than anybody sees. */
const rows = someRows(1000);
const rates = (of: number) => Array.from({ length: of }, (_, at) => at / (of - 1));
const detailed = { ...report, rocCurve: { falsePositiveRates: rates(5000), truePositiveRates: rates(5000) } };

const [full = '', again = '', hostile = '', negative = '', odds = '', calm = '', thin = ''] = drawPages(
  { title, report, drift, currency: 'EUR', verdict: { passes: false, reason: 'Too few rows.' } },
  { title, report, drift, currency: 'EUR', verdict: { passes: false, reason: 'Too few rows.' } },
  {
    title: HOSTILE,
    report: { ...report, rocAuc: one, logLoss: one, calibrationBins: [], expectedCalibrationError: one },
    drift: someDrift({ [HOSTILE]: 0.3 }),
    currency: HOSTILE,
    verdict: { passes: true, reason: HOSTILE },
  },
  { title, report: negatives, drift: [] },
  { title, report: logOdds },
  { title, report: evaluateBinary(rows, { threshold: Infinity }), drift: many },
  { title, report: detailed },
);

/** What a reader reads of a section. */
function textOf(page: string, id: string): string {
  const [, section = ''] = new RegExp(`<section id="${id}".*?>(.*?)</section>`, 's').exec(page) ?? [];
  return section
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

test('the same report gives the same bytes', () => {
  expect(again === full).toBe(true);
});

test('a page needs no script and no network', () => {
  for (const page of [full, negative, odds])
    expect(page.match(/<script|<link|<img|<iframe|@import|url\(|https?:|\bon[a-z]+=/i)).toBeNull();
});

test('what a file says is text, whatever it says', () => {
  const { document } = parseHTML(hostile);

  expect(document.querySelectorAll('script')).toHaveLength(0);
  expect(document.querySelector('h1')?.textContent).toBe(HOSTILE);
  expect(document.querySelector('#drift')?.textContent).toContain(HOSTILE);
});

test('each chart is an image that says in words and numbers what it shows', () => {
  const charts = full.match(/<svg[^>]*>/g) ?? [];
  expect(charts).toHaveLength(6 + 1 + drift.length);
  for (const chart of charts) {
    expect(chart).toMatch(/role="img"/);
    expect(chart).toMatch(/aria-label="[^"]{40,}\d[^"]*"/);
  }
  expect(full).toContain(`ROC curve. Area under it: ${report.rocAuc.value?.toFixed(3)}`);
});

test('key numbers stand at the top, each with its meaning, an undefined one with its reason', () => {
  const numbers = (page: string) =>
    (/<dl.*?<\/dl>/s.exec(page)?.[0] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

  expect(numbers(full)).toMatch(/Rows 3,000 .* positive \(/);
  expect(numbers(full)).toContain(`Log loss ${report.logLoss.value?.toFixed(3)} nats a row, lower is better`);
  expect(numbers(negative)).toContain('ROC AUC – undefined: no row is positive');
  expect(numbers(odds)).toContain('Brier score – undefined: scores from -7 to 3 are no probabilities');
});

test('a verdict is a word and a sentence, and nothing where there is none', () => {
  expect(full).toMatch(/<b>Refused<\/b><p>Too few rows.<\/p>/);
  expect(hostile).toContain('<b>Passes</b>');
  expect(negative).not.toMatch(/Passes|Refused/);
});

test('what cannot be drawn says why', () => {
  expect(textOf(negative, 'roc')).toContain('No ROC curve: no row is positive.');
  expect(textOf(negative, 'precision-recall')).toContain('No precision-recall curve: no row is positive.');
  expect(textOf(negative, 'net-value')).toContain('No net value: the report does not say what each outcome is worth.');
  expect(textOf(negative, 'drift')).toContain('No drift: the comparison holds no feature.');
  expect(textOf(odds, 'calibration')).toContain('No calibration: scores from -7 to 3 are no probabilities.');
  expect(textOf(odds, 'drift')).toContain('No drift: no comparison with the training data was given.');
});

test('a threshold that no score reaches is told, not drawn', () => {
  expect(calm).toContain('nobody is flagged: no score reaches the threshold');
  expect(textOf(calm, 'precision-recall')).toContain('Nothing is flagged at the chosen threshold.');
  expect(calm).not.toContain('class="threshold"');
});

test('a curve of many points is thinned to what can be seen', () => {
  const [, path = ''] = /class="roc-curve"[^>]*><path d="([^"]+)"/.exec(thin) ?? [];
  expect(path.match(/[ML]/g)).toHaveLength(200);
  // It still ends where everybody is flagged: top right.
  expect(path).toMatch(/L302,26$/);
});

test('drift counts who is beyond the limit and names the worst; of many features the worst are drawn', () => {
  expect(textOf(full, 'drift')).toMatch(
    /3 of 3 features are beyond the limit; furthest is plan at \d+(\.\d+)? × limit/,
  );
  expect(textOf(calm, 'drift')).toContain(
    'None of 20 features is beyond its limit; nearest to it is feature 19 at 0.19 × limit.',
  );
  expect(textOf(calm, 'drift')).toContain('Not drawn: the 8 features that moved least against their limits.');
  expect(calm.match(/feature \d+ [\d.e−]+, its limit/g)).toHaveLength(12);
});

test('money says what the decisions add up to', () => {
  const money = textOf(full, 'net-value');
  const [[, falsePositives]] = report.confusionMatrix;

  expect(money).toContain(`False positives ${falsePositives} −40 −${(falsePositives * 40).toLocaleString('en-US')}`);
  expect(money).toContain(`worth ${report.money?.netValue.toLocaleString('en-US')} EUR`);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { BinaryReport, MoneyReport } from '../../../lib/metrics';
import { drawPages } from './draw-pages';
import { emptyCharts, overflowing, piecesOf, placeOf, unreadable } from './look-at-page';
import { HAS_BROWSER, openBrowser, packedVersion } from './open-browser';
import { someDrift, someReport } from './reports';

// Unpacking, where it was not done before.
jest.setTimeout(60_000);

const PHONE = 360;
const DESKTOP = 1200;
const SECTIONS = ['roc', 'precision-recall', 'calibration', 'confusion', 'net-value', 'scores', 'drift'];
/** A pixel is less than this share of any axis. */
const PIXEL = 0.005;

const report = someReport();
const money = report.money as MoneyReport;
const drift = someDrift({ tenure_months: 0.1, monthly_charges_after_all_discounts_in_eur: 0.9, age: 0 });
const verdict = { passes: true, reason: 'The candidate passes: its ROC AUC of 0.835 meets the required 0.800.' };
/** All that can be undefined is. */
const bare: BinaryReport = {
  ...report,
  threshold: null,
  rocCurve: null,
  precisionRecallCurve: null,
  calibrationBins: [],
  expectedCalibrationError: { value: null, reason: 'scores from -1 to 2 are no probabilities' },
  money: null,
};

if (!HAS_BROWSER) console.warn('skipped: the packed browser runs on Linux x64 only, so nobody looks at the page here');

(HAS_BROWSER ? describe : describe.skip)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-page-'));
  const files = { full: join(folder, 'full.html'), bare: join(folder, 'bare.html') };
  let browser: Browser;

  beforeAll(async () => {
    const options = { title: 'Customer churn, version 3', verdict, currency: 'EUR' };
    const [full = '', without = ''] = drawPages({ ...options, report, drift }, { ...options, report: bare });
    writeFileSync(files.full, full);
    writeFileSync(files.bare, without);
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a page for as long as someone looks at it; whatever else it asks for, and what the console says, is an error. */
  async function looking(
    look: (page: Page) => Promise<void>,
    { file = files.full, width = PHONE, colorScheme = 'light' as 'light' | 'dark' } = {},
  ): Promise<void> {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const url = pathToFileURL(file).href;
    const surprises: string[] = [];
    await page.route('**', (route) => {
      if (route.request().url() === url) return route.continue();
      surprises.push(`asks for ${route.request().url()}`);
      return route.abort();
    });
    page.on('console', (message) => surprises.push(message.text()));
    page.on('pageerror', (error) => surprises.push(error.message));
    await page.goto(url);
    // As high as the page, since only what is on the screen can be pointed at.
    await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
    await look(page);
    expect(surprises).toEqual([]);
    await page.close();
  }

  test('it is the packed browser that looks', () => {
    expect(browser.version().split('.')[0]).toBe(packedVersion().split('.')[0]);
  });

  test.each([
    ['full', PHONE, 'light'],
    ['full', PHONE, 'dark'],
    ['full', DESKTOP, 'light'],
    ['full', DESKTOP, 'dark'],
    ['bare', PHONE, 'light'],
    ['bare', DESKTOP, 'dark'],
  ] as const)(
    'the %s page %i pixels wide, %s: all is there, in place and readable',
    async (which, width, colorScheme) => {
      await looking(
        async (page) => {
          expect(await page.locator('section').evaluateAll((all) => all.map(({ id }) => id))).toEqual(SECTIONS);
          for (const id of SECTIONS) expect(await page.locator(`#${id}`).isVisible()).toBe(true);
          expect(await page.evaluate(overflowing)).toEqual([]);
          expect(await page.evaluate(emptyCharts)).toEqual([]);
          expect(await page.evaluate(unreadable)).toEqual([]);
          const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
          expect(ground).toBe(colorScheme === 'light' ? 'rgb(244, 246, 249)' : 'rgb(14, 19, 26)');
        },
        { file: files[which], width, colorScheme },
      );
    },
  );

  test('curves have all their points, bars all their bins', async () => {
    await looking(async (page) => {
      const pieces = (selector: string) => page.locator(selector).evaluate(piecesOf);
      const marks = (selector: string) => page.locator(selector).count();
      const filled = (counts: readonly number[] = []) => counts.filter((count) => count > 0).length;

      expect(await pieces('#roc .roc-curve')).toBe((report.rocCurve?.truePositiveRates.length ?? 0) - 1);
      // Steps have two pieces each.
      const steps = (report.precisionRecallCurve?.recalls.length ?? 0) - 1;
      expect(await pieces('#precision-recall .precision-recall-curve')).toBe(2 * steps);
      // Nobody, who has no threshold, is drawn at the right end, and everybody reaches to the left end.
      expect(await pieces('#net-value .net-value-curve')).toBe(2 * money.curve.thresholds.length);
      expect(await marks('#calibration .bins circle')).toBe(report.calibrationBins.length);
      expect(await marks('#scores .positives rect')).toBe(filled(report.scoreHistogram.positives));
      expect(await marks('#scores .negatives rect')).toBe(filled(report.scoreHistogram.negatives));
      expect(await marks('#drift .bars rect')).toBe(drift.length);
      expect(await marks('#drift .limits line')).toBe(drift.length);
      expect(await marks('#drift .shifts svg')).toBe(drift.length);
      expect(await marks('#confusion .outcomes rect')).toBe(4);
    });
  });

  test('the counts of the confusion matrix can be read off, each in its cell', async () => {
    await looking(async (page) => {
      const counts = await page.locator('#confusion .counts text').allTextContents();
      expect(counts).toEqual(report.confusionMatrix.flat().map((count) => count.toLocaleString('en-US')));
      const places = await page.locator('#confusion .counts text').evaluateAll((texts) =>
        texts.map((each) => {
          const { left, top } = each.getBoundingClientRect();
          return [left, top] as const;
        }),
      );
      const [[left, top], [right], [, bottom]] = places as [[number, number], [number, number], [number, number]];
      expect(right).toBeGreaterThan(left + 50);
      expect(bottom).toBeGreaterThan(top + 50);
    });
  });

  test('the chosen threshold stands where it belongs', async () => {
    await looking(
      async (page) => {
        const place = (selector: string) => page.locator(selector).evaluate(placeOf);
        const { falsePositiveRate, recall, precision } = report.rates;
        const range = Math.max(...money.curve.netValues) - Math.min(...money.curve.netValues);

        for (const chart of ['#net-value', '#scores'])
          expect(Math.abs((await place(`${chart} .threshold`)).x - (report.threshold ?? 0))).toBeLessThan(PIXEL);
        const worth = await place('#net-value .chosen-threshold');
        expect(Math.abs(worth.x - (report.threshold ?? 0))).toBeLessThan(PIXEL);
        expect(Math.abs(worth.y - money.netValue) / range).toBeLessThan(PIXEL);
        const roc = await place('#roc .chosen-threshold');
        expect(Math.abs(roc.x - (falsePositiveRate.value ?? 0))).toBeLessThan(PIXEL);
        expect(Math.abs(roc.y - (recall.value ?? 0))).toBeLessThan(PIXEL);
        const found = await place('#precision-recall .chosen-threshold');
        expect(Math.abs(found.x - (recall.value ?? 0))).toBeLessThan(PIXEL);
        expect(Math.abs(found.y - (precision.value ?? 0))).toBeLessThan(PIXEL);
        const best = await place('#net-value .best-threshold');
        expect(Math.abs(best.x - (money.best.threshold ?? 0))).toBeLessThan(PIXEL);
      },
      { width: DESKTOP },
    );
  });

  test('who looks notices an empty chart, faint or small text, and what sticks out', async () => {
    await looking(async (page) => {
      await page.evaluate(() => {
        document.querySelector('#roc .roc-curve path')?.remove();
        document.querySelector('#scores svg')?.replaceChildren();
        (document.querySelector('h1') as HTMLElement).style.color = '#bbb';
        (document.querySelector('#confusion .counts') as HTMLElement).style.fontSize = '7px';
        (document.querySelector('#drift h2') as HTMLElement).style.width = '500px';
      });
      expect(await page.evaluate(emptyCharts)).toEqual(['roc: roc-curve', 'scores: no marks']);
      expect(await page.evaluate(unreadable)).toEqual([
        expect.stringContaining('"Customer churn, version 3" 1.'),
        ...report.confusionMatrix
          .flat()
          .map((count) => expect.stringMatching(`^"${count.toLocaleString('en-US')}".*, 6`)),
      ]);
      expect(await page.evaluate(overflowing)).toContain('the page scrolls sideways');
    });
  });
});

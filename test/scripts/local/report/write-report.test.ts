import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReportOptions } from '../../../../scripts/local/report/write-report';
import { emptyCharts, overflowing, unreadable } from '../../report/look-at-page';
import { HAS_BROWSER, openBrowser } from '../../report/open-browser';
import { someDrift, someReport } from '../../report/reports';

jest.setTimeout(60_000);

const PROJECT = join(__dirname, '..', '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'run-page-'));
const file = join(folder, 'report', 'index.html');
const measured = someReport(1000);
const { confusionMatrix } = measured;
const features = ['tenure_months', 'contract=month to month', 'complaints_in_the_last_ninety_days_of_the_contract'];

const options = {
  description: { title: 'Who will leave?' },
  evidence: {
    versionArn: 'arn:aws:sagemaker:eu-central-1:111111111111:model-package/churn/1',
    report: {
      passes: true,
      reason: 'The candidate passes.',
      ...measured,
      linearRocAuc: 0.8,
      minimumRocAuc: 0.75,
      currency: 'EUR',
      validationRows: 1000,
    },
    explanation: { features: features.map((feature, at) => ({ feature, meanAbsoluteShap: 1 - at / 4, share: 0.3 })) },
    disparity: { disparity: 0.9, reason: 'the rarest group gets 0.92 of the share of the most frequent' },
  },
  loop: {
    calm: { sentence: 'No drift.', versions: [{ inService: true, features: someDrift({ tenure_months: 0 }) }] },
    drifted: {
      sentence: 'The data drifted.',
      versions: [{ inService: true, features: someDrift({ tenure_months: 1 }) }],
    },
    quality: 'The quality dropped.',
    comparison: {
      rows: 500,
      former: { version: '1', rocAuc: 0.7, netValue: -1200, confusionMatrix },
      retrained: { version: '2', rocAuc: 0.8, netValue: 5600.5, confusionMatrix },
      policies: { nobody: -8000, everybody: -2300 },
    },
  },
  stages: [{ title: 'Outcomes come: quality dropped, prepared again, trained again', seconds: 42.13 }],
} as unknown as ReportOptions;

const HOST = `
import { text } from 'node:stream/consumers';
import { writeReport } from '${PROJECT}/scripts/local/report/write-report';
writeReport('${file}', JSON.parse(await text(process.stdin)));
`;

let page = '';

// In a process of its own: the plotting library is made of ES modules, which jest does not load.
beforeAll(() => {
  const host = join(folder, 'host.mts');
  writeFileSync(host, HOST);
  const input = JSON.stringify(options);
  const { stderr } = spawnSync(process.execPath, ['--import', 'tsx', host], { cwd: PROJECT, input, encoding: 'utf8' });
  if (stderr.includes('Error')) throw new Error(stderr);
  page = readFileSync(file, 'utf8');
});

afterAll(() => rmSync(folder, { recursive: true }));

test('the page of a run shows the evaluation, what the model looks at, what happened after, and where the time went', () => {
  const text = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

  for (const said of [
    'ROC AUC 0.',
    'The candidate passes.',
    'Disparity: the rarest group',
    'The data drifted.',
    'The quality dropped.',
  ])
    expect(text).toContain(said);
  expect(text).toContain('value −1,200 EUR 5,601 EUR');
  expect(text).toContain('42.1 s');
  expect(page.match(/<svg role="img"/g)).toHaveLength(10);
  expect(page.match(/<script|https?:/)).toBeNull();
});

(HAS_BROWSER ? test : test.skip)('it is readable on a phone, light and dark', async () => {
  const browser = await openBrowser();
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const tab = await browser.newPage({ viewport: { width: 360, height: 9000 }, colorScheme });
      await tab.goto(pathToFileURL(file).href);
      expect(await tab.evaluate(overflowing)).toEqual([]);
      expect(await tab.evaluate(emptyCharts)).toEqual([]);
      expect(await tab.evaluate(unreadable)).toEqual([]);
    }
  } finally {
    await browser.close();
  }
});

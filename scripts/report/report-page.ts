import type { BinaryReport } from '../../lib/metrics';
import type { FeatureDrift } from './drift-charts';
import { driftSection } from './drift-section';
import { keyNumbers } from './key-numbers';
import { netValueSection } from './net-value-section';
import { page, verdict } from './page';
import {
  calibrationSection,
  confusionSection,
  histogramSection,
  precisionRecallSection,
  rocSection,
} from './report-sections';
import { count, decimal, html } from './words';

export interface ReportPageOptions {
  readonly title: string;
  readonly report: BinaryReport;
  /** How far each feature has moved. @default - a sentence in place of the section */
  readonly drift?: readonly FeatureDrift[];
  /** What was decided about the model. @default - none is shown */
  readonly verdict?: { readonly passes: boolean; readonly reason: string };
  /** What money is counted in. @default units */
  readonly currency?: string;
}

/**
 * A report as one self-contained page: no script, no network, readable on a phone, light and dark, the same bytes for the
 * same report. What cannot be drawn says why.
 */
export function reportPage({ title, report, drift, currency = 'units', ...options }: ReportPageOptions): string {
  const { rows, threshold } = report;
  const decisions =
    threshold === null
      ? 'nobody is flagged: no score reaches the threshold'
      : `flagged from a score of ${decimal(threshold)} upwards`;
  const sections = [...reportSections(report, currency), driftSection(drift)];
  return page({
    title,
    header: html`<p class="soft">${count(rows)} rows whose truth is known; ${decisions}.</p>`.concat(
      options.verdict ? verdict(options.verdict) : '',
    ),
    body: `${keyNumbers(report)}\n<main>\n${sections.join('\n')}\n</main>`,
  });
}

/** The sections of a page that a report fills. */
export function reportSections(report: BinaryReport, currency: string): string[] {
  return [
    rocSection(report),
    precisionRecallSection(report),
    calibrationSection(report),
    confusionSection(report),
    netValueSection(report, currency),
    histogramSection(report),
  ];
}

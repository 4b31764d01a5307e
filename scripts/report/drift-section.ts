import { TONES } from './drawing';
import { driftChart, type FeatureDrift, MOST_BARS, shiftChart, times, worstFirst } from './drift-charts';
import { figure, key, missing, section } from './page';
import { count, decimal, html } from './words';

/** Of the worst features the bins are drawn too. */
const MOST_SHIFTS = 4;
const TITLE = 'Drift: how far the features have moved';

export function driftSection(drift: readonly FeatureDrift[] | undefined): string {
  if (!drift || drift.length === 0) {
    const reason = drift ? 'the comparison holds no feature' : 'no comparison with the training data was given';
    return section({ id: 'drift', title: TITLE, body: missing(`No drift: ${reason}.`), wide: true });
  }
  const beyond = drift.filter(({ ratio }) => ratio >= 1);
  const [worst] = worstFirst(drift) as [FeatureDrift];
  const lead =
    beyond.length === 0
      ? html`None of ${count(drift.length)} features is beyond its limit; nearest to it is ${worst.name} at ${times(worst.ratio)}.`
      : html`<b>${count(beyond.length)} of ${count(drift.length)} features</b> ${beyond.length === 1 ? 'is' : 'are'} beyond the limit; furthest is ${worst.name} at ${times(worst.ratio)}.`;
  const bars = figure(driftChart(drift), [
    key('block', TONES.alarm, 'drift: at the limit or beyond'),
    key('block', TONES.quiet, 'within the limit'),
    key('tick', TONES.ink, 'limit, from the number of rows'),
  ]);
  const others = drift.length - MOST_BARS;
  const notDrawn =
    others > 0
      ? html`<p class="soft">Not drawn: the ${count(others)} features that moved least against their limits.</p>`
      : '';
  return section({
    id: 'drift',
    title: TITLE,
    lead,
    body: `<div class="drift"><div>${bars}${notDrawn}</div>${shifts(drift)}</div>`,
    wide: true,
  });
}

/** What moved inside the worst features that brought their bins along. */
function shifts(drift: readonly FeatureDrift[]): string {
  const shown = worstFirst(drift).flatMap((feature) => {
    const chart = shiftChart(feature);
    return chart
      ? [
          html`<div><h3>${feature.name} <span class="soft">PSI ${decimal(feature.psi)}</span></h3>`.concat(
            chart,
            '</div>',
          ),
        ]
      : [];
  });
  if (shown.length === 0) return '';
  const keys = `<figcaption><ul>${key('block', TONES.quiet, 'training')}${key('block', TONES.model, 'now')}</ul></figcaption>`;
  return `<figure class="shifts"><div class="several">${shown.slice(0, MOST_SHIFTS).join('\n')}</div>${keys}</figure>`;
}

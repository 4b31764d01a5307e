import { TONES } from './drawing';
import { driftChart, type FeatureDrift, shiftChart, times, worstFirst } from './drift-charts';
import { figure, key, missing, section } from './page';
import { decimal, text } from './words';

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
      ? `None of ${drift.length} features is beyond its limit; nearest to it is ${text(worst.name)} at ${times(worst.ratio)}.`
      : `<b>${beyond.length} of ${drift.length} features</b> ${beyond.length === 1 ? 'is' : 'are'} beyond the limit; furthest is ${text(worst.name)} at ${times(worst.ratio)}.`;
  const bars = figure(driftChart(drift), [
    key('block', TONES.alarm, 'drift: at the limit or beyond'),
    key('block', TONES.quiet, 'within the limit'),
    key('tick', TONES.ink, 'limit, from the number of rows'),
  ]);
  return section({
    id: 'drift',
    title: TITLE,
    lead,
    body: `<div class="drift"><div>${bars}</div>${shifts(drift)}</div>`,
    wide: true,
  });
}

/** What moved inside the worst features that brought their bins along. */
function shifts(drift: readonly FeatureDrift[]): string {
  const shown = worstFirst(drift).flatMap((feature) => {
    const chart = shiftChart(feature);
    return chart
      ? [`<div><h3>${text(feature.name)} <span class="soft">PSI ${decimal(feature.psi)}</span></h3>${chart}</div>`]
      : [];
  });
  if (shown.length === 0) return '';
  const keys = `<figcaption><ul>${key('block', TONES.quiet, 'training')}${key('block', TONES.model, 'now')}</ul></figcaption>`;
  return `<figure class="shifts"><div class="several">${shown.slice(0, MOST_SHIFTS).join('\n')}</div>${keys}</figure>`;
}

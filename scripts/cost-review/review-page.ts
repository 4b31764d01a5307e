import type { Kind } from '../../lambda/governance/review-cost/kind-of-phase';
import type { CostReview, NamedCost } from '../../lambda/governance/review-cost/review';
import type { Money } from '../../lib/metrics';
import { barsChart } from '../report/bars-chart';
import { TONES } from '../report/drawing';
import { figure, key, missing, page, section } from '../report/page';
import { html } from '../report/words';
import { goalSentence, inMoney, keyFacts, remarks } from './key-facts';
import { NO_PHASE } from './review-table';

const KIND_TONES: Readonly<Record<Kind, string>> = {
  development: TONES.model,
  running: TONES.positive,
  shared: TONES.ink,
};
const MICROS = 1e6;

/** A review as one self-contained page: no script, no network, the same bytes for the same review. */
export function reviewPage(title: string, review: CostReview): string {
  const facts = keyFacts(review)
    .map(
      ({ name, value, meaning }) =>
        html`<div><dt>${name}</dt><dd class="big">${value}</dd><dd class="soft">${meaning}</dd></div>`,
    )
    .join('\n');
  const { from, to } = review.period;
  return page({
    title,
    header: html`<p class="soft">From ${from} to ${to}, which is left out. ${goalSentence(review)}</p>`,
    body: `<dl class="numbers">\n${facts}\n</dl>\n<main>\n${[phases(review), services(review), records(review), limits(review)].join('\n')}\n</main>`,
  });
}

function phases({ byPhase, currency }: CostReview): string {
  const title = 'Cost by phase';
  if (byPhase.length === 0)
    return section({ id: 'phases', title, body: missing('No cost carries the tags of this lifecycle.') });
  const bars = byPhase.map(({ name, kind, cost, former }) => ({
    name: name || NO_PHASE,
    value: units(cost),
    said: inMoney(cost),
    tone: KIND_TONES[kind],
    ...(former.value !== null && { former: units(former.value) }),
  }));
  const keys = (Object.keys(KIND_TONES) as Kind[]).map((kind) => key('block', KIND_TONES[kind], kind));
  const chart = figure(barsChart(title, bars, currency), [
    ...keys,
    key('block', TONES.quiet, 'thin: in the former period'),
  ]);
  return section({ id: 'phases', title, body: chart });
}

function services({ byService, currency }: CostReview): string {
  const title = 'Cost by service';
  if (byService.length === 0)
    return section({ id: 'services', title, body: missing('No cost carries the tags of this lifecycle.') });
  const bars = byService.map(({ name, cost }) => ({ name, value: units(cost), said: inMoney(cost) }));
  return section({ id: 'services', title, body: figure(barsChart(title, bars, currency)) });
}

function records({ byRecordType }: CostReview): string {
  const body =
    byRecordType.value === null
      ? missing(`Credits and refunds are unknown: ${byRecordType.reason}.`)
      : table(byRecordType.value);
  return section({ id: 'records', title: 'Usage, credits and taxes', body });
}

function limits(review: CostReview): string {
  const list = remarks(review)
    .map((remark) => html`<li>${remark}</li>`)
    .join('\n');
  return section({ id: 'remarks', title: 'What limits these numbers', body: `<ul>\n${list}\n</ul>`, wide: true });
}

function table(costs: readonly NamedCost[]): string {
  const rows = costs.map(({ name, cost }) => html`<tr><th scope="row">${name}</th><td>${inMoney(cost)}</td></tr>`);
  return `<table>${rows.join('\n')}</table>`;
}

function units({ micros }: Money): number {
  return Number(micros) / MICROS;
}

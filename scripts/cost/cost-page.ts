import type { Money } from '../../lib/metrics';
import { type Bar, barsChart } from '../report/bars-chart';
import { figure, key, missing, page, section } from '../report/page';
import { html, text } from '../report/words';
import { grouped, total } from './bill';
import type { Estimate } from './estimate';
import { cents, inThousands } from './in-words';
import { loadChart, TONE_OF } from './load-chart';
import { ASSUMPTIONS } from './pass-usage';
import { rounded } from './quantity';

/** The estimate as one self-contained page: no script, no network, the same bytes for the same templates and prices. */
export function costPage(estimate: Estimate): string {
  const { environment, table, idle, pass, steps, endpoints, breakEvens } = estimate;
  const { currency, region } = table;
  const ofPass = steps.map(({ name, lines }) => ({ name, cost: total(lines, currency) }));
  const signs = endpoints.map(({ kind, what }) => key('line', TONE_OF[kind], what));
  const sections = [
    section({
      id: 'idle-by-phase',
      title: 'A month in which nobody uses it',
      lead: html`By phase, at list prices; after the always-free tier ${cents(idle.afterFree)} are left.`,
      body: bars(
        'Idle cost by phase',
        grouped(idle.lines, ({ phase }) => phase, currency),
        currency,
      ),
    }),
    section({
      id: 'idle-by-price',
      title: 'The same month by price',
      lead: 'What stands there, and what schedules start.',
      body: bars(
        'Idle cost by price',
        grouped(idle.lines, ({ price }) => price, currency).slice(0, MOST_BARS),
        currency,
      ),
    }),
    section({
      id: 'load',
      title: '1,000 predictions by load',
      lead: 'Of the endpoint alone. A line ends where autoscaling would want more instances.',
      body:
        endpoints.length === 0
          ? missing('No endpoint has a price.')
          : figure(loadChart(endpoints, breakEvens, currency), signs),
    }),
    section({
      id: 'pass',
      title: 'One pass, step by step',
      lead: html`From files to watched predictions; after the always-free tier ${cents(pass.afterFree)} are left.`,
      body: bars('Cost of one pass by step', ofPass, currency),
    }),
    section({ id: 'unpriced', title: 'Unpriced', body: unpricedList(estimate), wide: true }),
    section({ id: 'prices', title: 'Prices', body: pricesTable(estimate), wide: true }),
    section({ id: 'assumptions', title: 'Assumed, since no template says it', body: assumptionsTable(), wide: true }),
  ];
  return page({
    title: `What ${environment} costs`,
    header: html`<p class="soft">By the price table of ${region}, from the templates, before any deployment.</p>`,
    body: `${keyCosts(estimate)}\n<main>\n${sections.join('\n')}\n</main>`,
  });
}

/** The others are too small to be seen; all are in the JSON. */
const MOST_BARS = 10;

function keyCosts({ idle, pass, breakEvens }: Estimate): string {
  const loads = breakEvens.map(({ predictionsAMonth }) =>
    predictionsAMonth ? inThousands(BigInt(rounded(predictionsAMonth, 0))) : 'never',
  );
  return `<dl class="numbers">
${tile('Idle month', cents(idle.full), `${cents(idle.afterFree)} after the always-free tier`)}
${tile('One pass', cents(pass.full), `${cents(pass.afterFree)} after the always-free tier`)}
${tile('Break-even', loads.join(', ') || '–', 'predictions a month from which instances are cheaper than serverless')}
</dl>`;
}

function tile(name: string, value: string, explanation: string): string {
  return html`<div><dt>${name}</dt><dd class="big">${value}</dd><dd class="soft">${explanation}</dd></div>`;
}

function bars(label: string, costs: readonly { name: string; cost: Money }[], currency: string): string {
  const drawn = costs.map(({ name, cost }): Bar => ({ name, value: Number(cost.micros) / 1e6, said: cents(cost) }));
  if (drawn.length === 0) return missing('There is nothing to show.');
  const said = drawn.map(({ name, said: money }) => `${name} ${money}`).join(', ');
  return figure(barsChart(`${label}: ${said}.`, drawn, currency));
}

function unpricedList({ unpriced }: Estimate): string {
  if (unpriced.length === 0) return '<p>Nothing.</p>';
  return tableOf(
    ['What', 'Where', 'Why'],
    unpriced.map(({ what, from, reason }) => [what, from, reason]),
  );
}

function pricesTable({ table, idle, pass, way, endpoints }: Estimate): string {
  const ofEndpoints = endpoints.flatMap(({ standing, answering }) => [...standing, ...answering]);
  const used = new Set([...idle.lines, ...pass.lines, ...way.lines, ...ofEndpoints].map(({ price }) => price));
  const rows = [...table.prices.values()].filter(({ id }) => used.has(id));
  return tableOf(
    ['Price', 'Amount', 'Unit', 'Source', 'Date', 'Verified'],
    rows.map(({ id, amount, per, unit, source }) => [
      id,
      `${amount} ${table.currency}`,
      per === '1' ? unit : `${inThousands(BigInt(per))} × ${unit}`,
      source.name,
      source.date,
      source.verified ? 'yes' : 'no',
    ]),
  );
}

function assumptionsTable(): string {
  return tableOf(
    ['Number', 'Value', 'Why'],
    Object.entries(ASSUMPTIONS).map(([name, { value, unit, why }]) => [name, `${value} ${unit}`, why]),
  );
}

function tableOf(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: 'th' | 'td', values: readonly string[]) =>
    values
      .map(
        (value) =>
          `<${tag} style="white-space: normal; overflow-wrap: anywhere; text-align: left">${text(value)}</${tag}>`,
      )
      .join('');
  return `<table><tr>${cells('th', titles)}</tr>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n')}</table>`;
}

import type { BinaryReport, MoneyReport } from '../../lib/metrics';
import { TONES } from './drawing';
import { CHOSEN, figure, key, missing, section } from './page';
import { netValueChart } from './threshold-charts';
import { amount, count, decimal, html, money as inMoney } from './words';

const TITLE = 'Money: net value by threshold';

export function netValueSection({ money, threshold, confusionMatrix }: BinaryReport, currency: string): string {
  if (!money) {
    const body = missing('No net value: the report does not say what each outcome is worth.');
    return section({ id: 'net-value', title: TITLE, body });
  }
  const { netValue, best } = money;
  const keys = [
    ...(threshold === null ? [] : [CHOSEN]),
    ...(best.threshold === null
      ? []
      : [
          key(
            'ring',
            TONES.ink,
            `best with hindsight: ${inMoney(best.netValue, currency)} at ${decimal(best.threshold)}`,
          ),
        ]),
  ];
  return section({
    id: 'net-value',
    title: TITLE,
    lead: html`The decisions are worth <b>${inMoney(netValue, currency)}</b>, ${comparison(money, currency)}.`,
    body: figure(netValueChart(money, threshold, currency), keys) + outcomeTable(money, confusionMatrix, currency),
  });
}

/** Against the better of the two policies that need no model. */
function comparison({ netValue, constantPolicies, best }: MoneyReport, currency: string): string {
  const { nobody, everybody } = constantPolicies;
  const [policy, constant] = everybody > nobody ? ['everybody', everybody] : ['nobody', nobody];
  const gain = netValue - constant;
  const compared =
    gain === 0 ? 'as much as' : `${inMoney(Math.abs(gain), currency)} ${gain > 0 ? 'more' : 'less'} than`;
  return `${compared} acting on ${policy}${best.threshold === null ? ', which is best with hindsight' : ''}`;
}

/** Where the sum comes from. */
function outcomeTable(
  { outcomeValues }: MoneyReport,
  [[trueNegatives, falsePositives], [falseNegatives, truePositives]]: BinaryReport['confusionMatrix'],
  currency: string,
): string {
  const row = (name: string, rows: number, worth: number) =>
    html`<tr><th scope="row">${name}</th><td>${count(rows)}</td><td>${amount(worth)}</td><td>${amount(rows * worth)}</td></tr>`;
  const head = html`<tr><td></td><th scope="col">rows</th><th scope="col">${currency} each</th><th scope="col">${currency}</th></tr>`;
  return `<table>${head}
${row('True positives', truePositives, outcomeValues.truePositive)}
${row('False positives', falsePositives, outcomeValues.falsePositive)}
${row('True negatives', trueNegatives, outcomeValues.trueNegative)}
${row('False negatives', falseNegatives, outcomeValues.falseNegative)}</table>`;
}

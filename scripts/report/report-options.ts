import { parseArgs } from 'node:util';
import type { OutcomeValues, ScoreLayout } from '../../lib/metrics';

const USAGE = `npm run report -- [options] <file or s3 uri>
  a report (JSON, such as an evaluation's report.json) is drawn; labelled scores (CSV or JSON lines) are measured first:
  --actual <column>         what is true: a name, or in CSV without header line a place from 0, -1 the last
  --predicted <column>      the score, likewise
  --positive, --negative    how the two labels are written, default: 1 and 0
  --threshold <score>       decide positive from here, default: where it is worth most, 0.5 without --worth
  --worth <tp,fp,tn,fn>     what each outcome is worth, such as 80,-20,0,-100
  both:
  --drift <file or s3 uri>  drift by feature, such as a look of the drift monitor: drawn too
  --title <text>            default: name of the file
  --currency <name>         what money is counted in, default: what the file says
  --out <file>              default: out/report/<name of the file>.html; what was measured stands beside it as .json
  --environment <name>      in whose region s3 is asked, default: the one in cdk.json`;

const OPTIONS = {
  actual: { type: 'string' },
  predicted: { type: 'string' },
  positive: { type: 'string' },
  negative: { type: 'string' },
  threshold: { type: 'string' },
  worth: { type: 'string' },
  drift: { type: 'string' },
  title: { type: 'string' },
  currency: { type: 'string' },
  out: { type: 'string' },
  environment: { type: 'string' },
} as const;

/** How labelled scores are measured. */
export interface Measuring {
  readonly layout: Omit<ScoreLayout, 'format' | 'source'>;
  readonly options: { readonly threshold?: number; readonly outcomeValues?: OutcomeValues };
}

export interface ReportOptions {
  readonly source: string;
  /** Missing for a report that only has to be drawn. */
  readonly measuring?: Measuring;
  readonly drift?: string;
  readonly title?: string;
  readonly currency?: string;
  readonly out?: string;
  readonly environment?: string;
}

/** What was typed after `npm run report --`; throws with the usage when it makes no sense. */
export function reportOptions(args: readonly string[]): ReportOptions {
  try {
    const { values, positionals } = parseArgs({ args: joinNegatives(args), options: OPTIONS, allowPositionals: true });
    const [source, ...more] = positionals;
    if (source === undefined || more.length > 0) throw new Error('name one file');
    const { actual, predicted, positive, negative, threshold, worth, ...drawing } = values;
    if (actual !== undefined && predicted !== undefined) {
      const layout = { actual: column(actual), predicted: column(predicted), positive, negative };
      const options = {
        ...(threshold !== undefined && { threshold: number('threshold', threshold) }),
        ...(worth !== undefined && { outcomeValues: outcomeValues(worth) }),
      };
      return { source, measuring: { layout, options }, ...drawing };
    }
    const [stray] = Object.entries({ actual, predicted, positive, negative, threshold, worth }).filter(
      ([, value]) => value,
    );
    if (stray) throw new Error(`--${stray[0]} is about labelled scores, for which --actual and --predicted are needed`);
    return { source, ...drawing };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

/** A value that begins with a minus would be taken for an option. */
function joinNegatives(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args)
    if (/^-[\d.]/.test(arg) && joined.at(-1)?.startsWith('--')) joined.push(`${joined.pop()}=${arg}`);
    else joined.push(arg);
  return joined;
}

function column(text: string): string | number {
  return /^-?\d+$/.test(text) ? Number(text) : text;
}

function number(name: string, text: string): number {
  if (text.trim() === '' || !Number.isFinite(Number(text)))
    throw new Error(`--${name} is "${text}", expected a number`);
  return Number(text);
}

function outcomeValues(text: string): OutcomeValues {
  const [truePositive, falsePositive, trueNegative, falseNegative, ...more] = text
    .split(',')
    .map((each) => number('worth', each));
  if (
    truePositive === undefined ||
    falsePositive === undefined ||
    trueNegative === undefined ||
    falseNegative === undefined ||
    more.length > 0
  )
    throw new Error(`--worth is "${text}", expected four numbers: true and false positives, true and false negatives`);
  return { truePositive, falsePositive, trueNegative, falseNegative };
}

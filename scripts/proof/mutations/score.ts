import { isCaught, type Outcome } from './run';

/** What has to be caught of all faults and of each class. */
const GOALS = { all: 0.96, ofClass: 0.8 } as const;

export interface Score {
  readonly name: string;
  readonly seeded: number;
  readonly caught: number;
  /** By detector; a fault that several find counts for each. */
  readonly caughtBy: Readonly<Record<string, number>>;
}

/** The score of each class, in the order in which they were seeded, and of all. */
export function scoresOf(outcomes: readonly Outcome[]) {
  const names = [...new Set(outcomes.map(({ fault }) => fault.class))];
  const classes = names.map((name) =>
    scored(
      name,
      outcomes.filter(({ fault }) => fault.class === name),
    ),
  );
  return { classes, all: scored('all', outcomes) };
}

/** What keeps a score from being good enough, in sentences. */
export function shortfalls({ classes, all }: ReturnType<typeof scoresOf>): string[] {
  const below = ({ caught, seeded }: Score, goal: number) => seeded === 0 || caught / seeded < goal;
  return [
    ...(below(all, GOALS.all) ? [`${percent(all)} of all faults are caught, ${GOALS.all * 100} % have to be`] : []),
    ...classes
      .filter((each) => below(each, GOALS.ofClass))
      .map((each) => `${percent(each)} of ${each.name} are caught, ${GOALS.ofClass * 100} % have to be`),
  ];
}

function percent({ caught, seeded }: Score): string {
  return `${seeded === 0 ? '0.0' : ((100 * caught) / seeded).toFixed(1)} %`;
}

/** The score as a table, and who survived. */
export function scoreText(outcomes: readonly Outcome[]): string {
  const { classes, all } = scoresOf(outcomes);
  const detectors = Object.keys(all.caughtBy);
  const heads = ['class', 'caught', 'seeded', '', ...detectors.map((name) => `by ${name}`)];
  const rows = [...classes, all].map((each) => [
    each.name,
    String(each.caught),
    String(each.seeded),
    percent(each),
    ...detectors.map((name) => String(each.caughtBy[name] ?? 0)),
  ]);
  const survivors = outcomes.filter((outcome) => !isCaught(outcome)).map(survivorText);
  return [table([heads, ...rows]), `survivors: ${survivors.length}`, ...survivors].join('\n');
}

function survivorText({ fault, error }: Outcome): string {
  const why = error === undefined ? fault.reason : `could not be tried: ${error}`;
  return `  ${fault.class}/${fault.id}: ${fault.title}${why === undefined ? '' : ` (${why})`}`;
}

function scored(name: string, outcomes: readonly Outcome[]): Score {
  const by = (detector: string) => outcomes.filter((each) => isCaught(each) && detector in each.found).length;
  const detectors = [...new Set(outcomes.flatMap(({ found }) => Object.keys(found)))].sort();
  return {
    name,
    seeded: outcomes.length,
    caught: outcomes.filter(isCaught).length,
    caughtBy: Object.fromEntries(detectors.map((name) => [name, by(name)])),
  };
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const cell = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}

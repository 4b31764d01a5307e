import { binOf, type ColumnCounts } from '../../../lib/metrics';
import type { LoggedPrediction } from '../../shared/prediction-log';
import type { Baseline, NamedHistogram } from './read-baseline';

interface Newest {
  readonly at: number;
  /** Bin of the score, then of each feature, as character codes: a byte each. */
  readonly bins: string;
}

/**
 * The newest prediction of each record that one version answered, in the bins of that version's baseline. A record that
 * is asked about daily would otherwise count daily, and rows that repeat each other prove nothing: the limits take rows
 * for independent. It holds about 200 bytes a record, however many features there are.
 */
export class VersionTally {
  private readonly newest = new Map<string, Newest>();
  /** When the version last answered, in milliseconds since 1970. */
  public lastAnswer = 0;

  /** Without a baseline, because the version is gone or for a fault, records are only counted. */
  public constructor(
    public readonly version: string,
    public readonly baseline: Baseline | undefined | Error,
  ) {}

  public add(prediction: LoggedPrediction): void {
    const at = Date.parse(prediction.predictedAt);
    this.lastAnswer = Math.max(this.lastAnswer, at);
    const known = this.newest.get(prediction.recordId);
    if (known && known.at >= at) return;
    this.newest.set(prediction.recordId, { at, bins: this.binsOf(prediction) });
  }

  public get records(): number {
    return this.newest.size;
  }

  /** Records in each bin of each column, the score first. */
  public counts(): ColumnCounts[] {
    const counts = this.columns.map(({ edges }) => new Array<number>(edges.length + 2).fill(0));
    for (const { bins } of this.newest.values())
      counts.forEach((column, index) => {
        const bin = bins.charCodeAt(index);
        column[bin] = (column[bin] as number) + 1;
      });
    return counts.map((bins) => ({ counts: bins.slice(0, -1), missing: bins.at(-1) as number }));
  }

  /** The baseline's columns, the score first; none without a baseline. */
  public get columns(): readonly NamedHistogram[] {
    return !this.baseline || this.baseline instanceof Error ? [] : [this.baseline.score, ...this.baseline.features];
  }

  private binsOf({ score, features }: LoggedPrediction): string {
    const [scores, ...others] = this.columns;
    if (!scores) return '';
    return String.fromCharCode(
      binOf({ edges: scores.edges, value: score }),
      ...others.map(({ name, edges }) => binOf({ edges, value: features[name] })),
    );
  }
}

import { randomBytes } from 'node:crypto';
import type { Session } from '../cloud';
import { inParallel } from '../in-parallel';
import { s3Join, s3Location } from '../jobs/s3-location';
import { TRANSFERS } from '../jobs/staging';

interface OfflineRow {
  readonly eventTime: Date;
  readonly values: Readonly<Record<string, string | number | boolean>>;
}

/**
 * One group's append-only history in S3, below `year=…/month=…/day=…/hour=…` of the event time. Rows arrive a while after
 * they were written, all at once, as on AWS (there up to 15 minutes); they are JSON lines here and Parquet there.
 */
export class OfflineStore {
  private rows: OfflineRow[] = [];
  private timer?: NodeJS.Timeout;
  private last: Promise<void> = Promise.resolve();

  constructor(
    /** `s3://…/data` */
    readonly location: string,
    private readonly session: () => Promise<Session>,
    private readonly delayMilliseconds: number,
    private readonly report: (line: string) => void,
  ) {}

  append(row: OfflineRow): void {
    this.rows.push(row);
    this.timer ??= setTimeout(() => this.flush(), this.delayMilliseconds).unref();
  }

  /** Writes what waits; resolves when all of it, and all before it, is in S3. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const rows = this.rows;
    this.rows = [];
    if (rows.length > 0) {
      const write = this.last.then(() => this.write(rows));
      this.last = write.catch((error) => this.report(`${rows.length} rows did not reach ${this.location}: ${error}`));
    }
    return this.last;
  }

  private async write(rows: readonly OfflineRow[]): Promise<void> {
    const { objects } = await this.session();
    await inParallel([...byHour(rows)], TRANSFERS, async ([hour, found]) => {
      const newest = new Date(Math.max(...found.map(({ eventTime }) => eventTime.getTime())));
      const name = `${newest.toISOString().replace(/[-:]|\.\d{3}/g, '')}_${randomBytes(8).toString('hex')}.jsonl`;
      const { bucket, key } = s3Location(s3Join(this.location, `${hour}/${name}`));
      await objects.write(bucket, key, found.map(({ values }) => `${JSON.stringify(values)}\n`).join(''));
    });
  }
}

function byHour(rows: readonly OfflineRow[]): ReadonlyMap<string, readonly OfflineRow[]> {
  const hours = new Map<string, OfflineRow[]>();
  for (const row of rows) {
    const hour = partition(row.eventTime);
    const found = hours.get(hour);
    if (found) found.push(row);
    else hours.set(hour, [row]);
  }
  return hours;
}

function partition(time: Date): string {
  const [year, month, day, hour] = time.toISOString().split(/[-T:]/);
  return `year=${year}/month=${month}/day=${day}/hour=${hour}`;
}

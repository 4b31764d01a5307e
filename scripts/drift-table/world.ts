import { createReadStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Dataset } from '../../lib/config/dataset';
import type { DatasetDescription } from '../../lib/config/dataset-description';
import { makeDelivery } from '../sample/make-delivery';
import { runJob } from './run-job';

/** The newest features of one customer, as the feature store would hold them. */
export interface FeatureRecord {
  readonly id: string;
  readonly features: Readonly<Record<string, number | null>>;
}

export interface WorldOptions {
  readonly description: DatasetDescription;
  readonly seeds: readonly number[];
  /** Of each seed. */
  readonly customers: number;
  readonly drift: number;
}

/** The made customers of several seeds, curated by the product's own job in one run, which keeps them apart by their ids. */
export class World {
  private readonly seedOf = new Map<string, number>();

  public constructor(
    private readonly folder: string,
    private readonly dataset: Dataset,
    private readonly options: WorldOptions,
  ) {}

  /** Folder of curated rows. */
  public get curated(): string {
    return join(this.folder, 'curated/');
  }

  /** Makes the deliveries and curates them as one. */
  public async prepare(datasetFile: string): Promise<void> {
    const raw = join(this.folder, 'raw/');
    await mkdir(raw, { recursive: true });
    const { seeds, ...options } = this.options;
    let ingestDate = '';
    for (const seed of seeds) {
      const delivery = makeDelivery({ ...options, seed });
      ingestDate = delivery.ingestDate;
      for (const { name, text } of delivery.files) {
        this.remember(text, seed);
        await writeFile(join(raw, `seed-${seed}-${name}`), text);
      }
    }
    await runJob(this.folder, 'curate', {
      dataset: datasetFile,
      raw,
      curated: `${this.curated}ingest_date=${ingestDate}/`,
      'feature-records': join(this.folder, 'feature-records/'),
      quarantine: join(this.folder, 'quarantine/'),
      'ingest-date': ingestDate,
      'arrived-at': `${ingestDate}T00:00:00Z`,
      // No column is personal here, so nobody asks for the key.
      'masking-key': 'none',
    });
  }

  /** What the feature store would hold of each seed's customers. */
  public async records(): Promise<Map<number, FeatureRecord[]>> {
    const records = new Map<number, FeatureRecord[]>();
    const folder = join(this.folder, 'feature-records');
    for (const part of (await readdir(folder)).filter((name) => name.endsWith('.gz')).sort())
      for await (const line of createInterface({ input: createReadStream(join(folder, part)).pipe(createGunzip()) })) {
        const { [this.dataset.recordId.name]: id, [this.dataset.eventTime.name]: _, ...features } = JSON.parse(line);
        const seed = this.seedOf.get(id) ?? Number.NaN;
        records.set(seed, [...(records.get(seed) ?? []), { id, features }]);
      }
    return records;
  }

  private remember(text: string, seed: number): void {
    // The sample's id is its first column, and no id holds a comma.
    for (const line of text.split('\n').slice(1)) {
      const id = line.slice(0, line.indexOf(','));
      if (id !== '') this.seedOf.set(id, seed);
    }
  }
}

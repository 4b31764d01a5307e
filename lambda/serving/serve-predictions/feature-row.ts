import type { FeatureValue } from '@aws-sdk/client-sagemaker-featurestore-runtime';
import type { Dataset } from '../../../lib/config/dataset';

/** One record's features as the model takes them and as the log keeps them. */
export interface FeatureRow {
  readonly eventTime: string;
  /** In the dataset's order; null where there is no value. */
  readonly features: Readonly<Record<string, number | null>>;
  /** The same as the model's CSV line, a missing value as an empty cell. */
  readonly csv: string;
}

/** The row of a record of the feature store; nothing for a record without event time, or with a value that is no number. */
export function featureRow(record: readonly FeatureValue[], dataset: Dataset): FeatureRow | undefined {
  const values = new Map<string | undefined, string | undefined>();
  for (const { FeatureName, ValueAsString } of record) values.set(FeatureName, ValueAsString);
  const eventTime = values.get(dataset.eventTime.name);
  if (!eventTime) return undefined;
  const features: Record<string, number | null> = {};
  const cells: (number | '')[] = [];
  for (const { name } of dataset.features) {
    const value = toNumber(values.get(name));
    if (Number.isNaN(value)) return undefined;
    features[name] = value;
    cells.push(value ?? '');
  }
  return { eventTime, features, csv: cells.join(',') };
}

/** NaN for what is no number, or none that the model takes. */
function toNumber(text: string | undefined): number | null {
  if (text === undefined || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : Number.NaN;
}

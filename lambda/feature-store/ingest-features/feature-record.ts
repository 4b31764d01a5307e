import type { FeatureValue } from '@aws-sdk/client-sagemaker-featurestore-runtime';
import * as z from 'zod/mini';

const featureRecord = z.record(z.string(), z.nullable(z.union([z.string(), z.number(), z.boolean()])));
/** One record as the curate job writes it: feature names with their values, null where there is none. */
export type FeatureRecord = z.infer<typeof featureRecord>;

/** The records of a part, one JSON object a line. Throws on a line that is none, naming `source` and the line. */
export function parseRecords(jsonLines: string, source: string): FeatureRecord[] {
  return jsonLines.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [z.parse(featureRecord, JSON.parse(line))];
    } catch (cause) {
      throw new Error(`${source} line ${index + 1} is not one JSON object of names and plain values`, { cause });
    }
  });
}

/** The record as the feature store takes it: every value as a string, a missing one left out. */
export function toFeatureValues(record: FeatureRecord): FeatureValue[] {
  return Object.entries(record).flatMap(([FeatureName, value]) =>
    value === null ? [] : [{ FeatureName, ValueAsString: String(value) }],
  );
}

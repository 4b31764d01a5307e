import {
  BatchWriteRecordCommand,
  type BatchWriteRecordEntry,
  type SageMakerFeatureStoreRuntimeClient,
} from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { type FeatureRecord, toFeatureValues } from './feature-record';
import { isPassing, MAXIMUM_ATTEMPTS, pauseAfter } from './retry-policy';

/** A record that was not written, all its values as strings, and why. */
export interface RefusedRecord {
  readonly reason: string;
  readonly record: Readonly<Record<string, string>>;
}

/** Time and chance, so that a test need not wait for either. */
export interface Waiting {
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export interface FeatureGroupWriter extends Waiting {
  readonly featureStore: SageMakerFeatureStoreRuntimeClient;
  readonly featureGroupName: string;
}

/**
 * Writes up to 25 records and answers with those that the store refused for good or did not take in time. A call that
 * fails as a whole throws, after the SDK's own retries.
 */
export async function writeBatch(
  records: readonly FeatureRecord[],
  { featureStore, featureGroupName, sleep, random }: FeatureGroupWriter,
): Promise<RefusedRecord[]> {
  const refused: RefusedRecord[] = [];
  let entries = records.map(
    (record): BatchWriteRecordEntry => ({ FeatureGroupName: featureGroupName, Record: toFeatureValues(record) }),
  );
  for (let attempt = 1; entries.length > 0; attempt++) {
    const answer = await featureStore.send(new BatchWriteRecordCommand({ Entries: entries }));
    // An accepted request says nothing yet: what was not written stands in two lists of the answer.
    const errors = answer.Errors ?? [];
    const unprocessed = answer.UnprocessedEntries ?? [];
    const passing = errors.filter((error) => isPassing(error.ErrorCode));
    for (const error of errors)
      if (!passing.includes(error)) refused.push(refuse(error.Entry, `${error.ErrorCode}: ${error.ErrorMessage}`));
    entries = [...unprocessed, ...passing.flatMap(({ Entry }) => Entry ?? [])];
    if (entries.length === 0) break;
    if (attempt === MAXIMUM_ATTEMPTS) {
      const reason = `still unprocessed after ${MAXIMUM_ATTEMPTS} attempts`;
      return [...refused, ...entries.map((entry) => refuse(entry, reason))];
    }
    await sleep(pauseAfter(attempt, random()));
  }
  return refused;
}

function refuse(entry: BatchWriteRecordEntry | undefined, reason: string): RefusedRecord {
  const values = entry?.Record ?? [];
  return { reason, record: Object.fromEntries(values.map((value) => [value.FeatureName, value.ValueAsString ?? ''])) };
}

import { faultsIn } from '../source-fault';

const WRITE_BATCH = 'lambda/feature-store/ingest-features/write-batch.ts';

/** Faults of the handler that writes features. */
export const FEATURE_STORE_HANDLERS = faultsIn('handlers', WRITE_BATCH, [
  [
    'unprocessed-entries-forgotten',
    'what the store did not get to is taken for written',
    'entries = [...unprocessed, ...passing.flatMap(({ Entry }) => Entry ?? [])];',
    'entries = passing.flatMap(({ Entry }) => Entry ?? []);',
  ],
  [
    'refused-records-forgotten',
    'records that the store refuses are lost',
    'if (!passing.includes(error)) refused.push(',
    'if (passing.includes(error)) refused.push(',
  ],
]);

import { faultsIn } from '../source-fault';

const FOLDER = 'lambda/feature-store/ingest-features';

/** Faults of the handler that writes features. */
export const FEATURE_STORE_HANDLERS = [
  ...faultsIn('handlers', `${FOLDER}/write-batch.ts`, [
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
    [
      'refused-before-lost',
      'records refused in an earlier attempt are lost when others run out of attempts',
      'return [...refused, ...entries.map((entry) => refuse(entry, reason))];',
      'return entries.map((entry) => refuse(entry, reason));',
    ],
  ]),
  ...faultsIn('handlers', `${FOLDER}/ingest-features.ts`, [
    [
      'parked-on-the-part',
      'what is parked overwrites the part itself',
      "key.replace('feature-records/', 'feature-records-parked/')",
      'key',
    ],
    [
      'parked-silently',
      'parked records raise no alarm',
      '    await publishSignal(cloudWatch, { namespace: signalNamespace, name: PARKED_RECORDS, count: refused.length });\n',
      '',
    ],
    [
      'batch-too-large',
      'a request with more records than the store takes',
      'const BATCH_SIZE = 25;',
      'const BATCH_SIZE = 26;',
    ],
    [
      'last-batch-lost',
      'the last records of a part are never written',
      'Math.ceil(records.length / BATCH_SIZE)',
      'Math.floor(records.length / BATCH_SIZE)',
    ],
  ]),
  ...faultsIn('handlers', `${FOLDER}/retry-policy.ts`, [
    [
      'throttling-not-retried',
      'a record that was throttled is given up at once',
      "'ServiceUnavailable', 'ThrottlingException'",
      "'ServiceUnavailable', 'Throttling'",
    ],
  ]),
  ...faultsIn('handlers', `${FOLDER}/feature-record.ts`, [
    [
      'null-written-as-text',
      'a missing value is written as the text null',
      'value === null ? []',
      'value === undefined ? []',
    ],
  ]),
];

import { S3Client } from '@aws-sdk/client-s3';
import dataset from 'dataset-description';
import { evaluateModel } from '../../../../lambda/training/evaluate-model/evaluate-model';
import { expectSameHoweverBrokenOff } from '../../../faults/break-off';
import { s3Body, stubClient } from '../../stub-client';

const EVENT = {
  validationScores: 's3://runs/e1/v',
  testScores: 's3://runs/e1/t',
  linearTestScores: 's3://runs/e1/l',
  modelData: 's3://runs/e1/m/model.tar.gz',
  output: 's3://runs/e1/Evaluate',
};
const SCORES = '1,7,0.9\n0,7,0.2\n1,7,0.4\n0,7,0.1\n';
const TEST = 'e1/t/test.csv.out';

function given(change: Readonly<Record<string, string>> = {}) {
  const written = new Map<string, unknown>();
  const { client } = stubClient(new S3Client({}), {
    GetObject: ({ Key }) => ({ Body: s3Body(change[Key] ?? (Key.endsWith('.gz') ? 'an archive' : SCORES)) }),
    PutObject: ({ Key, Body }) => void written.set(Key, JSON.parse(Body)),
  });
  const start = () => evaluateModel(EVENT, client, dataset.businessGoal);
  return { clients: [client], start, left: () => Object.fromEntries([...written].sort()) };
}

test('broken off anywhere and judged again, a candidate has the same three reports', async () => {
  expect(await expectSameHoweverBrokenOff(given)).toBeGreaterThanOrEqual(14);

  const { start, left } = given();
  await start();
  expect(Object.keys(left())).toHaveLength(3);
});

test.each([
  ['within a line', SCORES.slice(0, -12), /test\.csv\.out line 3/],
  ['by a line', '1,7,0.9\n0,7,0.2\n1,7,0.4\n', /has 4 rows, but .*test\.csv\.out has 3/],
  ['to nothing', '', /test\.csv\.out/],
])('scores that were cut %s are named, and no report is written', async (_, scores, words) => {
  const { start, left } = given({ [TEST]: scores });

  await expect(start()).rejects.toThrow(words);
  expect(left()).toEqual({});
});

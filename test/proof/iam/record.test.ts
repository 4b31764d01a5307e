import { NoRecordError } from '../../../scripts/proof/iam/record/no-record-error';
import { readRecord } from '../../../scripts/proof/iam/record/read-record';
import { CALL, decision, madeRecord, NAMED } from './made-record';

const ROLE = 'Training/TrainRole';
const bucket = (physicalId: string) => ({ ...NAMED, logicalId: 'Lake', type: 'AWS::S3::Bucket', physicalId });
const inLocalRun = (folder: string) => readRecord(folder).calls.filter(({ from }) => from === 'local run');

test('a session of a deployed role counts as the role of the assembly, and root counts for nobody', () => {
  const root = decision({ principal: 'arn:aws:iam::111111111111:root' });
  const folder = madeRecord({ runs: { serving: { access: [decision({ context: { 's3:prefix': 'a' } }), root] } } });

  expect(inLocalRun(folder)).toEqual([
    {
      role: ROLE,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::lake/a',
      context: { 's3:prefix': 'a' },
      from: 'local run',
    },
  ]);
});

test('roles of stacks that are none of the product are left out, as those with which the CDK deploys', () => {
  const toolkit = { ...NAMED, stack: 'CDKToolkit', physicalId: 'cdk-deploy-role' };
  const principal = 'arn:aws:sts::111111111111:assumed-role/cdk-deploy-role/session';
  const folder = madeRecord({ runs: { destroy: { access: [decision({ principal })], resources: [NAMED, toolkit] } } });

  expect(inLocalRun(folder)).toEqual([]);
});

test('calls are distinct and sorted, whatever the order in which runs made them', () => {
  const [a, b] = [decision({ resource: 'arn:aws:s3:::lake/a' }), decision({ resource: 'arn:aws:s3:::lake/b' })];
  const folder = madeRecord({ runs: { lifecycle: { access: [b, a, b] }, serving: { access: [a] } } });

  expect(inLocalRun(folder).map(({ resource }) => resource)).toEqual(['arn:aws:s3:::lake/a', 'arn:aws:s3:::lake/b']);
});

test('one resource has one name in all calls, though each run deploys it under another', () => {
  const about = (name: string) =>
    decision({ resource: `arn:aws:s3:::${name}/a`, context: { bucket: name, all: [name] } });
  const folder = madeRecord({
    runs: {
      lifecycle: { access: [about('lake-1')], resources: [NAMED, bucket('lake-1')] },
      serving: {
        access: [
          about('lake-2'),
          ...['lake-2-archive', 'old-lake-2'].map((other) => decision({ resource: `arn:aws:s3:::${other}/a` })),
        ],
        resources: [NAMED, bucket('lake-2')],
      },
      // Destroyed and deployed once more.
      destroy: { access: [about('lake-3'), about('lake-4')], resources: [NAMED, bucket('lake-3'), bucket('lake-4')] },
    },
  });

  expect(readRecord(folder).physicalNames).toEqual(
    new Map([
      [ROLE, NAMED.physicalId],
      ['Training/Lake', 'lake-1'],
    ]),
  );
  expect(inLocalRun(folder).map(({ resource, context }) => ({ resource, context }))).toEqual([
    { resource: 'arn:aws:s3:::lake-1/a', context: { bucket: 'lake-1', all: ['lake-1'] } },
    { resource: 'arn:aws:s3:::lake-2-archive/a', context: {} },
    { resource: 'arn:aws:s3:::old-lake-2/a', context: {} },
  ]);
});

test('what was refused is kept apart', () => {
  const folder = madeRecord({ runs: { serving: { access: [decision({ allowed: false })] } } });

  expect(inLocalRun(folder)).toEqual([]);
  expect(readRecord(folder).denied).toMatchObject([{ role: ROLE, action: 's3:GetObject', from: 'local run' }]);
});

test('a line that was cut off at the end does not count', () => {
  const folder = madeRecord({ runs: { serving: { access: [decision({}), '{"principal": "arn:aw'] } } });

  expect(inLocalRun(folder)).toHaveLength(1);
});

test.each([
  ['.local/test-lifecycle/access.jsonl', 'npm run test:local'],
  ['.local/test-serving/resources.jsonl', 'npm run test:local'],
  ['.local/test-destroy/cdk.out/manifest.json', 'npm run test:local'],
  ['.local/calls/a.test.ts.jsonl', 'npm run test:unit'],
  // Its handler runs nowhere then.
  ['.local/test-lifecycle/cdk.out/ours/index.mjs', 'npm run test:local'],
])('without %s, the error says to run %s', (missing, command) => {
  const read = () => readRecord(madeRecord({ without: [missing] }));

  expect(read).toThrow(NoRecordError);
  expect(read).toThrow(command);
});

test.each([
  ['a role that no run deployed', decision({ principal: 'arn:aws:sts::1:assumed-role/somebody/session' })],
  ['a line as it was written before conditions were recorded', { ...decision({}), context: undefined }],
])('%s makes no record', (_, line) => {
  expect(() => readRecord(madeRecord({ runs: { serving: { access: [line] } } }))).toThrow(NoRecordError);
});

test('a call in a test counts for the role of every function that runs the handler, by its actions alone', () => {
  const absent = { ...CALL, error: 'NoSuchKey' };
  const folder = madeRecord({ calls: { 'lambda/a.test.ts': [CALL], 'lib/b.test.ts': [absent, CALL] } });

  const of = (role: string, action: string) => ({ role, action, context: {}, from: 'handler tests' });
  expect(readRecord(folder).calls).toEqual([
    of('Training/AgainRole', 's3:GetObject'),
    of('Training/AgainRole', 's3:ListBucket'),
    of(ROLE, 's3:GetObject'),
    of(ROLE, 's3:ListBucket'),
  ]);
});

test('calls of a test that is gone are gone too', () => {
  const gone = { ...CALL, operation: 'DeleteObject' };
  const folder = madeRecord({ calls: { 'a.test.ts': [CALL], 'b.test.ts': [gone] }, without: ['test/b.test.ts'] });

  expect(new Set(readRecord(folder).calls.map(({ action }) => action))).toEqual(new Set(['s3:GetObject']));
});

test('a call that nobody knows the rights of stops the proof', () => {
  const folder = madeRecord({ calls: { 'a.test.ts': [{ ...CALL, operation: 'RestoreObject' }] } });

  expect(() => readRecord(folder)).toThrow('what does IAM ask about it?');
});

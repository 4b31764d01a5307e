import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface MadeRecord {
  /** Lines of a local run, by its name and file; what is not given is empty. */
  readonly runs?: Readonly<Record<string, Readonly<Record<string, readonly (object | string)[]>>>>;
  /** Calls of handlers, by the test that made them. */
  readonly calls?: Readonly<Record<string, readonly object[]>>;
  /** Files that are left out, relative to the checkout. */
  readonly without?: readonly string[];
}

const RUNS = ['lifecycle', 'serving', 'destroy'];
const BUNDLE = 'export const handler = async () => {};';
export const CALL = { handler: 'training/start-training', service: 'S3', operation: 'GetObject', input: { Key: 'a' } };
export const NAMED = {
  stack: 'demo-training',
  logicalId: 'TrainRole',
  type: 'AWS::IAM::Role',
  physicalId: 'demo-training-TrainRole-1',
};

/** A checkout with a record and one deployed stack, Training: two functions of one handler, a role each. Gives its `.local`. */
export function madeRecord({ runs = {}, calls = { 'a.test.ts': [CALL] }, without = [] }: MadeRecord = {}): string {
  const checkout = mkdtempSync(join(tmpdir(), 'record-'));
  const write = (path: string, content: string) => {
    if (without.includes(path)) return;
    mkdirSync(dirname(join(checkout, path)), { recursive: true });
    writeFileSync(join(checkout, path), content);
  };
  for (const run of RUNS) {
    const { access = [], resources = [NAMED] } = runs[run] ?? {};
    write(`.local/test-${run}/access.jsonl`, lines(access));
    write(`.local/test-${run}/resources.jsonl`, lines(resources));
    for (const [name, content] of Object.entries(assembly())) write(`.local/test-${run}/cdk.out/${name}`, content);
  }
  write('dist/demo/lambda/training/start-training/index.mjs', BUNDLE);
  for (const [test, made] of Object.entries(calls)) {
    write(`test/${test}`, '');
    write(`.local/calls/${test}.jsonl`, lines(made));
  }
  return join(checkout, '.local');
}

/** A decision of IAM as the emulator writes it. */
export function decision(change: object): object {
  const principal = 'arn:aws:sts::111111111111:assumed-role/demo-training-TrainRole-1/session';
  return { principal, action: 's3:GetObject', resource: 'arn:aws:s3:::lake/a', context: {}, allowed: true, ...change };
}

function assembly(): Record<string, string> {
  const role = { Type: 'AWS::IAM::Role', Properties: {} };
  const runs = (id: string, asset: string) => ({
    Type: 'AWS::Lambda::Function',
    Properties: { Handler: 'index.handler', Role: { 'Fn::GetAtt': [id, 'Arn'] }, Code: { S3Key: `${asset}.zip` } },
  });
  const functions = {
    Train: runs('TrainRole', 'ours'),
    Again: runs('AgainRole', 'ours'),
    Foreign: runs('ForeignRole', 'foreign'),
  };
  const template = { Resources: { ...functions, TrainRole: role, AgainRole: role, ForeignRole: role } };
  const asset = (name: string) => ({ source: { path: name }, destinations: { here: { objectKey: `${name}.zip` } } });
  const stack = { type: 'aws:cloudformation:stack', properties: { stackName: 'demo-training' } };
  return {
    'manifest.json': JSON.stringify({ artifacts: { Training: stack } }),
    'Training.template.json': JSON.stringify(template),
    'Training.assets.json': JSON.stringify({ files: { ours: asset('ours'), foreign: asset('foreign') } }),
    'ours/index.mjs': BUNDLE,
    'foreign/index.mjs': 'export const handler = () => {};',
  };
}

function lines(of: readonly (object | string)[]): string {
  return of.map((each) => (typeof each === 'string' ? each : `${JSON.stringify(each)}\n`)).join('');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../scripts/proof/check';
import { CHECKS } from '../../scripts/proof/checks';
import { cdkNag } from '../../scripts/proof/checks/cdk-nag';
import { judge } from '../../scripts/proof/judge';
import { WAIVERS } from '../../scripts/proof/waivers';
import { ASSEMBLIES, findWhen } from './broken';

describe.each(['sandbox', 'production'] as const)('in %s', (environment) => {
  const verdict = judge(ASSEMBLIES[environment], environment, CHECKS, WAIVERS);

  test('nothing is found that no waiver names', () => {
    expect(
      verdict.open.map(({ check, stack, logicalId, message }) => `${check} ${stack}/${logicalId}: ${message}`),
    ).toEqual([]);
  });

  test('no waiver outlives its finding', () => {
    expect(verdict.stale).toEqual([]);
  });
});

test('every waiver gives a reason and names a check', () => {
  const ids = CHECKS.map(({ id }) => id);
  for (const { check, reason, environments } of WAIVERS) {
    expect(ids).toContain(check.split(':')[0]);
    expect(reason.length).toBeGreaterThan(10);
    expect(environments.length).toBeGreaterThan(0);
  }
});

test('checks have names of their own, a rule each, and look at templates only', () => {
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
  for (const { id, rule } of CHECKS) {
    expect(id).toMatch(/^[a-z][a-z0-9-]+$/);
    expect(rule.length).toBeGreaterThan(20);
    const source = readFileSync(join(__dirname, '..', '..', 'scripts', 'proof', 'checks', `${id}.ts`), 'utf8');
    expect(source).not.toMatch(/from '.*\/(lib|lambda)\//);
  }
});

const noTls = (bucketPolicy: { Properties: { PolicyDocument: { Statement: unknown[] } } }) => {
  bucketPolicy.Properties.PolicyDocument.Statement = [];
};

test('what cdk-nag asks for is found by the name of its rule', () => {
  const rules = findWhen(cdkNag, 'AWS::S3::BucketPolicy', (policy) => noTls(policy as never)).map(({ rule }) => rule);
  expect(rules).toContain('AwsSolutions-S10');
});

test('a template that cannot be read is a finding', () => {
  const found = findWhen(cdkNag, 'AWS::S3::BucketPolicy', ({ Properties }) => {
    Properties.PolicyDocument = { Ref: 'Nowhere' };
  });
  expect(found).toContainEqual(expect.objectContaining({ rule: 'template', logicalId: '' }));
});

test('a waiver holds for what it names and is stale without it', () => {
  const finding = { stack: 'Training', logicalId: 'Model123', message: 'is wrong' };
  const check: Check = { id: 'made-up', rule: 'nothing is ever right', find: () => [finding] };
  const waiver = { check: 'made-up', resource: 'Training/Model*', environments: ['sandbox'], reason: 'it is a test' };
  const judged = (...waivers: (typeof waiver)[]) => judge(ASSEMBLIES.sandbox, 'sandbox', [check], waivers);

  expect(judged()).toMatchObject({ open: [finding], waived: [], stale: [] });
  expect(judged(waiver)).toMatchObject({ open: [], waived: [finding], stale: [] });
  for (const other of [
    { ...waiver, check: 'other' },
    { ...waiver, resource: 'Training/Model' },
    { ...waiver, resource: 'Serving/*' },
  ])
    expect(judged(other)).toMatchObject({ open: [finding], stale: [other] });
  expect(judged({ ...waiver, environments: ['production'] })).toMatchObject({ open: [finding], stale: [] });
});

import { iamConditionKeysFit } from '../../scripts/proof/checks/iam-condition-keys-fit';
import { iamDeadStatement } from '../../scripts/proof/checks/iam-dead-statement';
import { iamKnownActions } from '../../scripts/proof/checks/iam-known-actions';
import { iamNoManagedFullAccess } from '../../scripts/proof/checks/iam-no-managed-full-access';
import { iamNoWildcardAction } from '../../scripts/proof/checks/iam-no-wildcard-action';
import { iamPassRole } from '../../scripts/proof/checks/iam-pass-role';
import { iamResourceFitsAction } from '../../scripts/proof/checks/iam-resource-fits-action';
import { iamResourcePolicies } from '../../scripts/proof/checks/iam-resource-policies';
import { iamWellFormed } from '../../scripts/proof/checks/iam-well-formed';
import { decide } from '../../scripts/proof/iam/decide';
import { encryptionKeys } from '../../scripts/proof/iam/encryption-keys';
import { roleStatements } from '../../scripts/proof/iam/role-statements';
import { ASSEMBLIES, findWhen } from './broken';
import { PIPELINE, START_TRAINING } from './granted';

describe.each(Object.entries(ASSEMBLIES))('what is deployed to %s', (_, assembly) => {
  test.each([
    iamConditionKeysFit,
    iamDeadStatement,
    iamKnownActions,
    iamNoWildcardAction,
    iamPassRole,
    iamResourceFitsAction,
    iamResourcePolicies,
    iamWellFormed,
  ])('breaks no rule of $id', ({ find }) => {
    expect(find(assembly)).toEqual([]);
  });

  test('has policies of AWS only where the CDK empties buckets, and for the logs of API Gateway', () => {
    const found = iamNoManagedFullAccess.find(assembly).map(({ logicalId }) => logicalId.slice(0, -8));

    expect(new Set(found)).toEqual(
      new Set(
        ['ApiCloudWatchRole', 'CustomS3AutoDeleteObjectsCustomResourceProviderRole'].filter((role) =>
          found.includes(role),
        ),
      ),
    );
    expect(found).toContain('ApiCloudWatchRole');
  });

  test('has statements for every role', () => {
    const roles = roleStatements(assembly);

    expect(roles.length).toBeGreaterThan(25);
    expect(roles.filter(({ statements, foreignPolicies }) => statements.length + foreignPolicies.length === 0)).toEqual(
      [],
    );
    expect(roles.filter(({ trust }) => trust.length === 0)).toEqual([]);
  });

  test('allows a role what it is for, and nothing else', () => {
    const role = roleStatements(assembly).find(({ role: { logicalId } }) => START_TRAINING.test(logicalId));
    const pipeline = assembly.stacks
      .flatMap(({ resources }) => resources)
      .find(({ Type }) => Type === 'AWS::SageMaker::Pipeline');
    const asked = { statements: role?.statements ?? [], action: 'sagemaker:StartPipelineExecution' };
    const arn = (name: unknown) => `arn:aws:sagemaker:us-east-1:111111111111:pipeline/${name}`;

    expect(decide({ ...asked, resource: arn(pipeline?.Properties.PipelineName) })).toBe('allowed');
    expect(decide({ ...asked, resource: arn('another') })).toBe('implicitly-denied');
  });

  test('the pipeline cannot approve what it registers', () => {
    const role = roleStatements(assembly).find(({ role: { logicalId } }) => PIPELINE.test(logicalId));
    const group = assembly.stacks
      .flatMap(({ resources }) => resources)
      .find(({ Type }) => Type === 'AWS::SageMaker::ModelPackageGroup');
    const asked = {
      statements: role?.statements ?? [],
      action: 'sagemaker:CreateModelPackage',
      resource: `arn:aws:sagemaker:us-east-1:111111111111:model-package/${group?.Properties.ModelPackageGroupName}/1`,
    };

    expect(decide({ ...asked, context: { 'sagemaker:ModelApprovalStatus': 'PendingManualApproval' } })).toBe('allowed');
    expect(decide({ ...asked, context: { 'sagemaker:ModelApprovalStatus': 'Approved' } })).toBe('explicitly-denied');
  });

  test('knows the key of every bucket that has one, of the topic and of the feature group', () => {
    const kinds = [...encryptionKeys(assembly).keys()].map((arn) => arn.split(':')[2]);

    expect(kinds.filter((kind) => kind === 's3').length).toBeGreaterThan(5);
    expect(kinds).toEqual(expect.arrayContaining(['sns', 'sagemaker']));
  });
});

test.each([
  [{ PolicyDocument: 'no object' }],
  [{ PolicyDocument: { Statement: 'none' } }],
  [
    {
      PolicyDocument: {
        Statement: [
          null,
          1,
          [],
          { Action: { Ref: 'x' }, Resource: [{ 'Fn::Join': 'x' }, null], Condition: { StringEquals: 'x' } },
        ],
      },
    },
  ],
  [{}],
])('no check breaks down over a strange policy: %j', (properties) => {
  for (const check of [
    iamConditionKeysFit,
    iamDeadStatement,
    iamKnownActions,
    iamNoManagedFullAccess,
    iamNoWildcardAction,
    iamPassRole,
    iamResourceFitsAction,
    iamResourcePolicies,
    iamWellFormed,
  ])
    expect(() =>
      findWhen(check, 'AWS::IAM::Policy', (resource) => Object.assign(resource, { Properties: properties })),
    ).not.toThrow();
});

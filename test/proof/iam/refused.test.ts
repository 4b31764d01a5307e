import { refusalsOf } from '../../../scripts/proof/iam/iam-refused';
import { judgedWith } from './judged';
import { allow, arn, call, deny } from './made-up';

const STACK = arn('cloudformation', 'stack/serving/*');
const update = call('cloudformation:UpdateStack', STACK, { 'cloudformation:ResourceTypes': ['AWS::SageMaker::Model'] });
const may = allow('cloudformation:UpdateStack', STACK);
const never = (Condition: object) => deny('cloudformation:UpdateStack', '*', Condition);
const DENIALS = [
  never({ Null: { 'cloudformation:ResourceTypes': 'true' } }),
  never({ 'ForAnyValue:StringNotEquals': { 'cloudformation:ResourceTypes': ['AWS::SageMaker::Model'] } }),
  never({ Null: { 'cloudformation:RoleArn': 'false' } }),
  never({ Null: { 'cloudformation:TemplateUrl': 'false' } }),
  never({ Null: { 'cloudformation:StackPolicyUrl': 'false' } }),
];
const refusals = (statements: readonly object[], calls = [update]) => refusalsOf(judgedWith(statements, calls));

test('who may update a stack may not say of what it is made', () => {
  expect(refusals([may, ...DENIALS])).toEqual([]);
  expect(refusals([may])).toHaveLength(DENIALS.length);
});

test('so is a recorded request whose keys are written in small letters', () => {
  const recorded = call('cloudformation:UpdateStack', STACK, {
    'cloudformation:resourcetypes': ['AWS::SageMaker::Model'],
  });

  expect(refusals([may, ...DENIALS], [recorded])).toEqual([]);
});

test.each(DENIALS.map((_, place) => place))('Deny %i of an update is missed', (place) => {
  expect(refusals([may, ...DENIALS.filter((_, each) => each !== place)])).toHaveLength(1);
});

test('a Deny that refuses nothing is found', () => {
  expect(refusals([deny('s3:GetObject', '*')], [])).toEqual([
    'the statement "Deny s3:GetObject" on all refuses nothing that is allowed without it',
  ]);
});

test('a role that may hand on a role may do so to one service', () => {
  const role = 'arn:aws:iam::111111111111:role/job';
  const pass = call('iam:PassRole', role, { 'iam:PassedToService': 'sagemaker.amazonaws.com' });
  const to = { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } };

  expect(refusals([allow('iam:PassRole', role, to)], [pass])).toEqual([]);
  expect(refusals([allow('iam:PassRole', role)], [pass])[0]).toMatch(
    'to a service that it is not meant for is allowed',
  );
});

test('what registers a version may not approve it', () => {
  const versions = arn('sagemaker', 'model-package/group/*');
  const register = call('sagemaker:CreateModelPackage', versions, {
    'sagemaker:ModelApprovalStatus': 'PendingManualApproval',
  });
  const approved = { StringEquals: { 'sagemaker:ModelApprovalStatus': 'Approved' } };
  const granted = allow('sagemaker:CreateModelPackage', versions);

  expect(refusals([granted, deny('sagemaker:CreateModelPackage', '*', approved)], [register])).toEqual([]);
  expect(refusals([granted], [register])).toHaveLength(1);
});

test('metrics go into a namespace of ours only', () => {
  const put = call('cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'ours' });
  const ours = { StringEquals: { 'cloudwatch:namespace': 'ours' } };

  expect(refusals([allow('cloudwatch:PutMetricData', '*', ours)], [put])).toEqual([]);
  expect(refusals([allow('cloudwatch:PutMetricData', '*')], [put])).toHaveLength(1);
});

import type { Context } from '../iam/conditions';

/** A request that no role of a lifecycle may be allowed, whatever else it may do. */
interface RefusedRequest {
  readonly action: string;
  /** What is wrong with it, for a message. */
  readonly what: string;
  /** The request, made out of one that a role is allowed. */
  readonly context: (allowed: Context) => Context;
}

const TYPES = 'cloudformation:ResourceTypes';

/** IAM ignores the case of keys, and so does who records them. */
const without =
  (...keys: readonly string[]) =>
  (allowed: Context): Context =>
    Object.fromEntries(
      Object.entries(allowed).filter(([name]) => !keys.some((key) => key.toLowerCase() === name.toLowerCase())),
    );
const saying =
  (more: Context) =>
  (allowed: Context): Context => ({ ...without(...Object.keys(more))(allowed), ...more });

/**
 * Sources: "Actions, resources, and condition keys" of each service, for what the keys are able to tell apart; why they have to
 * is said with each.
 */
export const REFUSED_REQUESTS: readonly RefusedRequest[] = [
  // A machine may change what a stack is set to, never what it is made of: that would be every right of CloudFormation.
  {
    action: 'cloudformation:UpdateStack',
    what: 'without saying which types of resources may change',
    context: without(TYPES),
  },
  {
    action: 'cloudformation:UpdateStack',
    what: 'with roles among the types that may change',
    context: (allowed) => saying({ [TYPES]: [...typesIn(allowed), 'AWS::IAM::Role'] })(allowed),
  },
  {
    action: 'cloudformation:UpdateStack',
    what: 'with another role',
    context: saying({ 'cloudformation:RoleArn': 'arn:aws:iam::111111111111:role/administrator' }),
  },
  {
    action: 'cloudformation:UpdateStack',
    what: 'with another template',
    context: saying({ 'cloudformation:TemplateUrl': 'https://example.org/template.json' }),
  },
  {
    action: 'cloudformation:UpdateStack',
    what: 'with another stack policy',
    context: saying({ 'cloudformation:StackPolicyUrl': 'https://example.org/policy.json' }),
  },
  // People approve a version, nothing that trains one.
  {
    action: 'sagemaker:CreateModelPackage',
    what: 'that is approved at once',
    context: saying({ 'sagemaker:ModelApprovalStatus': 'Approved' }),
  },
  {
    action: 'sagemaker:UpdateModelPackage',
    what: 'to approve it',
    context: saying({ 'sagemaker:ModelApprovalStatus': 'Approved' }),
  },
  // Who may hand a role to any service may become that role.
  {
    action: 'iam:PassRole',
    what: 'to a service that it is not meant for',
    context: saying({ 'iam:PassedToService': 'ec2.amazonaws.com' }),
  },
  // A metric has no ARN: who may write into any namespace may silence the alarms of others.
  {
    action: 'cloudwatch:PutMetricData',
    what: "in somebody else's namespace",
    context: saying({ 'cloudwatch:namespace': 'somebody-elses' }),
  },
];

function typesIn(context: Context): readonly string[] {
  const [, types] = Object.entries(context).find(([name]) => name.toLowerCase() === TYPES.toLowerCase()) ?? [];
  return Array.isArray(types) ? types : [];
}

import type { Context } from '../iam/conditions';
import { COST_KEYS } from './cost-tags';

/** A request that no role of a lifecycle may be allowed, whatever else it may do. */
interface RefusedRequest {
  readonly action: string;
  /** What is wrong with it, for a message. */
  readonly what: string;
  /** The request, made out of one that a role is allowed. */
  readonly context: (allowed: Context) => Context;
}

const TYPES = 'cloudformation:ResourceTypes';
const MACHINES = 'sagemaker:InstanceTypes';
const TIME = 'sagemaker:MaxRuntimeInSeconds';
/** Batch transform has no limit on its time. */
const TIMED_JOBS = ['CreateTrainingJob', 'CreateHyperParameterTuningJob', 'CreateProcessingJob'];
const JOBS = [...TIMED_JOBS, 'CreateTransformJob'];
/** The longest that SageMaker lets a training run at all, 28 days. */
const LONGEST_SECONDS = 2_419_200;
const EXPENSIVE = 'ml.p5.48xlarge';

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
    context: (allowed) => saying({ [TYPES]: [...listIn(allowed, TYPES), 'AWS::IAM::Role'] })(allowed),
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
  // One job on the largest machine, or one that nobody ends, costs more in a day than all others in a year.
  ...[...JOBS, 'CreateEndpointConfig'].flatMap((operation) => [
    { action: `sagemaker:${operation}`, what: 'on a large machine', context: saying({ [MACHINES]: [EXPENSIVE] }) },
    {
      action: `sagemaker:${operation}`,
      what: 'on a large machine among others',
      context: (allowed: Context) => saying({ [MACHINES]: [...listIn(allowed, MACHINES), EXPENSIVE] })(allowed),
    },
    { action: `sagemaker:${operation}`, what: 'on machines that it does not name', context: without(MACHINES) },
  ]),
  ...TIMED_JOBS.flatMap((operation) => [
    { action: `sagemaker:${operation}`, what: 'for four weeks', context: saying({ [TIME]: LONGEST_SECONDS }) },
    { action: `sagemaker:${operation}`, what: 'for a time that it does not say', context: without(TIME) },
  ]),
  // What carries no tag is in no review of costs and in no budget.
  ...[...JOBS, 'CreateModel'].flatMap((operation) =>
    COST_KEYS.map((tag) => ({
      action: `sagemaker:${operation}`,
      what: `without the tag ${tag}`,
      context: without(`aws:RequestTag/${tag}`),
    })),
  ),
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

function listIn(context: Context, key: string): readonly string[] {
  const [, values] = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase()) ?? [];
  return Array.isArray(values) ? values : [];
}

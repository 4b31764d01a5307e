import type { Call, Operation, RequiredCheck, Surroundings } from './operations/operation';
import {
  CLOUDFORMATION,
  CLOUDWATCH,
  COST_EXPLORER,
  DYNAMODB,
  FIREHOSE,
  GLUE,
  LAMBDA,
  PUT_EVENTS,
  SNS,
  SQS,
  STATES,
} from './operations/others';
import { S3 } from './operations/s3';
import { FEATURE_STORE_RUNTIME, SAGEMAKER, SAGEMAKER_RUNTIME } from './operations/sagemaker';
import { actionsLike, takesKey } from './service-reference';

/** Operations that are known, by the id of the SDK's client in lower case with hyphens. */
export const OPERATIONS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  cloudformation: CLOUDFORMATION,
  cloudwatch: CLOUDWATCH,
  'cost-explorer': COST_EXPLORER,
  dynamodb: DYNAMODB,
  eventbridge: { PutEvents: PUT_EVENTS },
  firehose: FIREHOSE,
  glue: GLUE,
  lambda: LAMBDA,
  s3: S3,
  sagemaker: SAGEMAKER,
  'sagemaker-featurestore-runtime': FEATURE_STORE_RUNTIME,
  'sagemaker-runtime': SAGEMAKER_RUNTIME,
  sfn: STATES,
  sns: SNS,
  sqs: SQS,
};

/** Names that state machines have for clients. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  states: 'sfn',
  events: 'eventbridge',
  sagemakerruntime: 'sagemaker-runtime',
};

const HERE: Surroundings = { account: '111111111111', region: 'us-east-1', keyOf: () => undefined };

/** What IAM asks before a call is carried out. Throws on an operation that nobody has looked up yet. */
export function requiredChecks(call: Call, surroundings: Partial<Surroundings> = {}): RequiredCheck[] {
  const id = call.service.toLowerCase().replaceAll(' ', '-');
  const operation = call.operation.charAt(0).toUpperCase() + call.operation.slice(1);
  const known = OPERATIONS[OTHER_NAMES[id] ?? id]?.[operation];
  if (!known)
    throw new Error(
      `${call.service} ${call.operation} is not in scripts/proof/iam/operations: what does IAM ask about it?`,
    );
  return known({ ...call, operation }, { ...HERE, ...surroundings }).map(withOwnKeys);
}

/** Operations share what they read of an input; a request carries only the keys that the reference has for its action. */
function withOwnKeys({ action, resource, context }: RequiredCheck): RequiredCheck {
  const carried = Object.entries(context).filter(([key]) => actionsLike(action).some((each) => takesKey(each, key)));
  return { action, resource, context: Object.fromEntries(carried) };
}

/**
 * The call that a task of a state machine makes: `arn:aws:states:::aws-sdk:cloudformation:updateStack`, `…:glue:startJobRun.sync`
 * and so on. Undefined for what is no service integration.
 */
export function callOfTask(resource: string, input: Call['input']): Call | undefined {
  const [, service, operation, pattern] =
    /^arn:[^:]*:states:::(?:aws-sdk:)?(\w+):(\w+)(\.[\w:]+)?$/.exec(resource) ?? [];
  if (service === undefined || operation === undefined) return undefined;
  return { service, operation, input, sync: pattern?.startsWith('.sync') ?? false };
}

import type { Context } from '../conditions';
import { arnOf, type Call, check, keyChecks, listOf, type Operation, type Surroundings, textOf } from './operation';

type Operations = Readonly<Record<string, Operation>>;

const onStack: Operation = ({ operation, input }, at) => [check(`cloudformation:${operation}`, stackArn(input, at))];

const updateStack: Operation = ({ input }, at) => {
  const types = input.ResourceTypes;
  const texts = { RoleArn: 'RoleARN', TemplateUrl: 'TemplateURL', StackPolicyUrl: 'StackPolicyURL' };
  const context: Context = {
    ...(Array.isArray(types) && types.length > 0 ? { 'cloudformation:ResourceTypes': types.map(String) } : {}),
    ...Object.fromEntries(
      Object.entries(texts)
        // State machines write only the first letter of an abbreviation large.
        .map(([key, name]) => [`cloudformation:${key}`, textOf(input, name) || textOf(input, key)])
        .filter(([, value]) => value !== ''),
    ),
  };
  return [
    check('cloudformation:UpdateStack', stackArn(input, at), context),
    ...(textOf(input, 'RoleARN')
      ? [check('iam:PassRole', textOf(input, 'RoleARN'), { 'iam:PassedToService': 'cloudformation.amazonaws.com' })]
      : []),
  ];
};

/** Source: "Actions, resources, and condition keys for AWS CloudFormation". The id of a stack that is named is not known. */
export const CLOUDFORMATION: Operations = {
  DescribeStackEvents: onStack,
  DescribeStackResources: onStack,
  DescribeStacks: onStack,
  UpdateStack: updateStack,
};

export const CLOUDWATCH: Operations = {
  DescribeAlarms: ({ input }, at) => {
    const names = Array.isArray(input.AlarmNames) ? input.AlarmNames.map(String) : ['*'];
    return names.map((name) => check('cloudwatch:DescribeAlarms', arnOf('cloudwatch', 'alarm:', name, at)));
  },
  GetMetricStatistics: () => [check('cloudwatch:GetMetricStatistics', '*')],
  PutMetricData: ({ input }) => [
    check('cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': textOf(input, 'Namespace') }),
  ],
};

const onTable: Operation = ({ operation, input }, at) => [
  check(`dynamodb:${operation}`, arnOf('dynamodb', 'table/', textOf(input, 'TableName'), at)),
];

export const DYNAMODB: Operations = {
  DeleteItem: onTable,
  GetItem: onTable,
  PutItem: onTable,
  Query: onTable,
  Scan: onTable,
  UpdateItem: onTable,
};

const intoStream: Operation = ({ operation, input }, at) => [
  check(`firehose:${operation}`, arnOf('firehose', 'deliverystream/', textOf(input, 'DeliveryStreamName'), at)),
];

export const FIREHOSE: Operations = { PutRecord: intoStream, PutRecordBatch: intoStream };

const onJob =
  (action: string): Operation =>
  ({ input }, at) => [check(`glue:${action}`, arnOf('glue', 'job/', textOf(input, 'JobName'), at))];

export const GLUE: Operations = {
  BatchStopJobRun: onJob('BatchStopJobRun'),
  GetJobRun: onJob('GetJobRun'),
  // Whoever waits for the end of a run looks after it, and stops it when stopped (Step Functions, "Glue": IAM policies).
  StartJobRun: (call, at) =>
    ['StartJobRun', ...(call.sync ? ['GetJobRun', 'BatchStopJobRun'] : [])].flatMap((action) =>
      onJob(action)(call, at),
    ),
};

export const LAMBDA: Operations = {
  Invoke: ({ input }, at) => {
    const [name, qualifier] = [textOf(input, 'FunctionName'), textOf(input, 'Qualifier')];
    return [
      check('lambda:InvokeFunction', `${arnOf('lambda', 'function:', name, at)}${qualifier ? `:${qualifier}` : ''}`),
    ];
  },
};

export const SNS: Operations = {
  Publish: ({ input }, at) => {
    const arn = textOf(input, 'TopicArn');
    return [check('sns:Publish', arn), ...keyChecks(['kms:GenerateDataKey', 'kms:Decrypt'], arn, 'sns', at)];
  },
};

export const SQS: Operations = {
  SendMessage: ({ input }, at) => {
    const arn = arnOf('sqs', '', textOf(input, 'QueueUrl').split('/').at(-1) ?? '', at);
    return [check('sqs:SendMessage', arn), ...keyChecks(['kms:GenerateDataKey', 'kms:Decrypt'], arn, 'sqs', at)];
  },
};

/** The rule by which Step Functions learns of the end of a nested execution ("Service integrations": IAM policies for `.sync`). */
const ENDS = 'rule/StepFunctionsGetEventsForStepFunctionsExecutionRule';

export const STATES: Operations = {
  StartExecution: ({ input, sync }, at) => {
    const arn = textOf(input, 'stateMachineArn');
    const execution = `${arn.replace(':stateMachine:', ':execution:')}:${textOf(input, 'name') || '*'}`;
    const waiting = [
      ...['states:DescribeExecution', 'states:StopExecution'].map((action) => check(action, execution)),
      ...['events:PutTargets', 'events:PutRule', 'events:DescribeRule'].map((action) =>
        check(action, `arn:aws:events:${at.region}:${at.account}:${ENDS}`),
      ),
    ];
    return [check('states:StartExecution', arn), ...(sync ? waiting : [])];
  },
};

function stackArn(input: Call['input'], at: Surroundings): string {
  const name = textOf(input, 'StackName');
  return name.startsWith('arn:') ? name : arnOf('cloudformation', 'stack/', `${name}/*`, at);
}

/** Entries of an input, for operations on several resources at once. */
export const PUT_EVENTS: Operation = ({ input }, at) =>
  [...new Set(listOf(input.Entries).map((entry) => textOf(entry, 'EventBusName') || 'default'))].map((bus) =>
    check('events:PutEvents', arnOf('events', 'event-bus/', bus, at)),
  );

const onBills: Operation = ({ operation, input }, { account }) => [
  check(`ce:${operation}`, textOf(input, 'BillingViewArn') || `arn:aws:billing::${account}:billingview/primary`),
];
const onTags: Operation = ({ operation }) => [check(`ce:${operation}`, '*')];

/** Source: "Actions, resources, and condition keys for AWS Cost Explorer Service": only bills are of a billing view. */
export const COST_EXPLORER: Operations = {
  GetCostAndUsage: onBills,
  ListCostAllocationTags: onTags,
  UpdateCostAllocationTagsStatus: onTags,
};

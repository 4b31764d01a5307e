import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { under } from '../leaves';
import { pointsTo } from '../points-to';
import { resourcesOf } from '../resources-of';
import { roleAllows } from '../role-allows';

/** What Lambda does with what a function failed at, by the type of the destination. Source: "Capturing records of Lambda asynchronous invocations". */
const ACTIONS: Readonly<Record<string, string>> = {
  'AWS::SQS::Queue': 'sqs:SendMessage',
  'AWS::SNS::Topic': 'sns:Publish',
  'AWS::Lambda::Function': 'lambda:InvokeFunction',
  'AWS::Events::EventBus': 'events:PutEvents',
  'AWS::S3::Bucket': 's3:PutObject',
};

/** Where Lambda parks events that a function failed at, the function's own role may put them. */
export const failureDestinations: Check = {
  id: 'failure-destinations',
  rule: 'The role of a function allows to send to the queue or topic that takes what the function failed at; Lambda sends with that role',
  find: (assembly) => [
    ...resourcesOf(assembly, 'AWS::Lambda::EventInvokeConfig', 'AWS::Lambda::EventSourceMapping').flatMap((config) =>
      ['OnFailure', 'OnSuccess'].flatMap((when) => {
        const { resource: lambda } = pointsTo(config.Properties.FunctionName, config.stack, assembly);
        return lambda
          ? fault(config, lambda, under(config.Properties, 'DestinationConfig', when, 'Destination'), assembly)
          : [];
      }),
    ),
    ...resourcesOf(assembly, 'AWS::Lambda::Function').flatMap((lambda) =>
      fault(lambda, lambda, under(lambda.Properties, 'DeadLetterConfig', 'TargetArn'), assembly),
    ),
  ],
};

function fault(at: Placed, lambda: Placed, destination: unknown, assembly: Assembly): Finding[] {
  if (destination === undefined) return [];
  const { resource: to } = pointsTo(destination, at.stack, assembly);
  const { resource: role } = pointsTo(lambda.Properties.Role, lambda.stack, assembly);
  const action = ACTIONS[to?.Type ?? ''];
  if (!to || !role || !action || roleAllows(role, action, to, assembly)) return [];
  return [
    about(
      at,
      `parks events in ${to.logicalId}; ${role.logicalId}, the role of ${lambda.logicalId}, does not allow ${action} on it`,
    ),
  ];
}

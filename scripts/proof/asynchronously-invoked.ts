import type { Assembly, Placed } from './assembly';
import { list, record } from './json';
import { referred, same } from './referred';
import { resourcesOf } from './resources-of';

/** A function that somebody calls without waiting for the answer. */
export interface AsynchronouslyInvoked {
  readonly lambda: Placed;
  /** Whether an alias or a version is called: settings for asynchronous calls are each their own. */
  readonly qualified: boolean;
}

/** Every function that rules, schedules, topics, buckets, log groups and alarms call. */
export function asynchronouslyInvoked(assembly: Assembly): AsynchronouslyInvoked[] {
  const called = resourcesOf(assembly).flatMap((caller) =>
    calledBy(caller).flatMap((arn) => {
      const found = referred(arn, caller.stack, assembly)?.resource;
      if (found?.Type === 'AWS::Lambda::Function') return [{ lambda: found, qualified: false }];
      if (found?.Type !== 'AWS::Lambda::Alias' && found?.Type !== 'AWS::Lambda::Version') return [];
      const lambda = referred(found.Properties.FunctionName, found.stack, assembly)?.resource;
      return lambda?.Type === 'AWS::Lambda::Function' ? [{ lambda, qualified: true }] : [];
    }),
  );
  const isSame = (one: AsynchronouslyInvoked, other: AsynchronouslyInvoked) =>
    same(one.lambda, other.lambda) && one.qualified === other.qualified;
  return called.filter((each, index) => called.findIndex((other) => isSame(other, each)) === index);
}

function calledBy({ Type, Properties }: Placed): readonly unknown[] {
  const arns: Readonly<Record<string, readonly unknown[]>> = {
    'AWS::Events::Rule': list(Properties.Targets).map((each) => record(each).Arn),
    'AWS::Scheduler::Schedule': [record(Properties.Target).Arn],
    'AWS::SNS::Subscription': Properties.Protocol === 'lambda' ? [Properties.Endpoint] : [],
    'AWS::S3::Bucket': notified(Properties.NotificationConfiguration),
    'Custom::S3BucketNotifications': notified(Properties.NotificationConfiguration),
    'AWS::Logs::SubscriptionFilter': [Properties.DestinationArn],
    'AWS::CloudWatch::Alarm': list(Properties.AlarmActions),
  };
  return arns[Type] ?? [];
}

/** CloudFormation and the API call the same list differently. */
function notified(notifications: unknown): readonly unknown[] {
  const { LambdaConfigurations, LambdaFunctionConfigurations } = record(notifications);
  return [...list(LambdaConfigurations), ...list(LambdaFunctionConfigurations)].map((each) => {
    const { Function: arn, LambdaFunctionArn } = record(each);
    return arn ?? LambdaFunctionArn;
  });
}

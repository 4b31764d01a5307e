import type { Assembly, Placed } from './assembly';
import { type AsynchronouslyInvoked, asynchronouslyInvoked } from './asynchronously-invoked';
import { list, numeric, record } from './json';
import { referred, same } from './referred';
import { resourcesOf } from './resources-of';

/** Something that is handed on and not waited for. */
export interface AsynchronousEdge {
  /** The resource that would have to say where failures go. */
  readonly at: Placed;
  /** For messages: what is handed to whom. */
  readonly what: string;
  /** The queue as the template names it; undefined if there is none. */
  readonly deadLetters: unknown;
  /** A service that writes for a resource, or the role that is used; undefined for what needs no permission. */
  readonly sender?: { readonly service: string; readonly source: Placed } | { readonly role: Placed | undefined };
  /** What is wrong with its retries. */
  readonly retryFault?: string | undefined;
}

/** Every edge of an assembly over which work is handed on asynchronously. */
export function asynchronousEdges(assembly: Assembly): AsynchronousEdge[] {
  return [
    ...resourcesOf(assembly, 'AWS::Events::Rule').flatMap(ruleTargets),
    ...resourcesOf(assembly, 'AWS::Scheduler::Schedule').map((each) => scheduleTarget(each, assembly)),
    ...resourcesOf(assembly, 'AWS::SNS::Subscription').flatMap((each) => subscription(each, assembly)),
    ...resourcesOf(assembly, 'AWS::Lambda::EventSourceMapping').map((each) => sourceMapping(each, assembly)),
    ...asynchronouslyInvoked(assembly).map((each) => invocation(each, assembly)),
  ];
}

function ruleTargets(rule: Placed): AsynchronousEdge[] {
  return list(rule.Properties.Targets).map((target, index) => {
    const { DeadLetterConfig, RetryPolicy } = record(target);
    return {
      at: rule,
      what: `Targets[${index}]`,
      deadLetters: record(DeadLetterConfig).Arn,
      sender: { service: 'events.amazonaws.com', source: rule },
      retryFault: retryFault(RetryPolicy),
    };
  });
}

function scheduleTarget(schedule: Placed, assembly: Assembly): AsynchronousEdge {
  const { DeadLetterConfig, RetryPolicy, RoleArn } = record(schedule.Properties.Target);
  const role = referred(RoleArn, schedule.stack, assembly)?.resource;
  const deadLetters = record(DeadLetterConfig).Arn;
  return { at: schedule, what: 'Target', deadLetters, sender: { role }, retryFault: retryFault(RetryPolicy) };
}

/** EventBridge and Scheduler: at most 185 attempts within 60 to 86,400 seconds (RetryPolicy of their APIs). */
function retryFault(policy: unknown): string | undefined {
  if (policy === undefined) return 'has no RetryPolicy';
  const { MaximumRetryAttempts = 185, MaximumEventAgeInSeconds = 86400 } = record(policy);
  const [attempts = 0, age = 0] = [numeric(MaximumRetryAttempts), numeric(MaximumEventAgeInSeconds)];
  if (attempts < 1 || attempts > 185) return `retries ${attempts} times, expected 1 to 185`;
  return age < 60 || age > 86400 ? `retries for ${age} seconds, expected 60 to 86400` : undefined;
}

/** People are told once; only what a program was to get can be delivered later. SNS retries by itself. */
function subscription(each: Placed, assembly: Assembly): AsynchronousEdge[] {
  const { Protocol, RedrivePolicy, TopicArn } = each.Properties;
  if (['email', 'email-json', 'sms', 'application'].includes(String(Protocol))) return [];
  const topic = referred(TopicArn, each.stack, assembly)?.resource ?? each;
  const deadLetters = record(RedrivePolicy).deadLetterTargetArn;
  return [{ at: each, what: 'its messages', deadLetters, sender: { service: 'sns.amazonaws.com', source: topic } }];
}

/** A queue parks by its own redrive policy; a stream is blocked by a bad record unless retries end. */
function sourceMapping(each: Placed, assembly: Assembly): AsynchronousEdge {
  const { EventSourceArn, FunctionName, DestinationConfig, MaximumRetryAttempts } = each.Properties;
  const source = referred(EventSourceArn, each.stack, assembly)?.resource;
  if (source?.Type === 'AWS::SQS::Queue') {
    const { deadLetterTargetArn, maxReceiveCount } = record(source.Properties.RedrivePolicy);
    const often = (numeric(maxReceiveCount) ?? 0) >= 2;
    const retryFault = often ? undefined : `parks after ${maxReceiveCount ?? 'no'} receives, expected 2 at least`;
    return { at: source, what: `messages for ${each.logicalId}`, deadLetters: deadLetterTargetArn, retryFault };
  }
  const role = roleOf(referred(FunctionName, each.stack, assembly)?.resource, assembly);
  const ends = (numeric(MaximumRetryAttempts) ?? -1) >= 1;
  const retryFault = ends ? undefined : 'has no MaximumRetryAttempts of 1 or more, so a bad record blocks its shard';
  return { at: each, what: 'its records', deadLetters: onFailure(DestinationConfig), sender: { role }, retryFault };
}

function invocation({ lambda, qualified }: AsynchronouslyInvoked, assembly: Assembly): AsynchronousEdge {
  const config = resourcesOf(assembly, 'AWS::Lambda::EventInvokeConfig').find(
    ({ Properties, stack }) =>
      same(referred(Properties.FunctionName, stack, assembly)?.resource, lambda) &&
      (Properties.Qualifier !== '$LATEST') === qualified,
  );
  const { MaximumRetryAttempts, DestinationConfig } = config?.Properties ?? {};
  const deadLetters = onFailure(DestinationConfig) ?? record(lambda.Properties.DeadLetterConfig).TargetArn;
  const attempts = numeric(MaximumRetryAttempts) ?? 2;
  const retryFault = attempts < 1 || attempts > 2 ? `retries ${attempts} times, expected 1 or 2` : undefined;
  const what = qualified ? 'asynchronous calls of its alias' : 'asynchronous calls';
  return { at: lambda, what, deadLetters, sender: { role: roleOf(lambda, assembly) }, retryFault };
}

const onFailure = (config: unknown) => record(record(config).OnFailure).Destination;

const roleOf = (lambda: Placed | undefined, assembly: Assembly) =>
  lambda && referred(lambda.Properties.Role, lambda.stack, assembly)?.resource;

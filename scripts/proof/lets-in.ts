import type { Assembly, Placed } from './assembly';
import { leavesOf, listed, under } from './leaves';
import { isAbout, pointsTo, textOf } from './points-to';
import { resourcesOf } from './resources-of';
import { matches } from './role-allows';

/** Types of policies, and the property that lists what they are for. */
const POLICIES: Readonly<Record<string, string>> = {
  'AWS::SQS::QueuePolicy': 'Queues',
  'AWS::SNS::TopicPolicy': 'Topics',
};

/** Whether the policy of a queue or topic lets a service do something in the name of a resource. */
export function letsIn(to: Placed, service: string, action: string, source: Placed, assembly: Assembly): boolean {
  return resourcesOf(assembly, ...Object.keys(POLICIES))
    .filter(({ Type, Properties, stack }) =>
      listed(Properties[POLICIES[Type] ?? '']).some((each) => pointsTo(each, stack, assembly).resource === to),
    )
    .some((policy) =>
      listed(under(policy.Properties, 'PolicyDocument', 'Statement')).some(
        (statement) =>
          under(statement, 'Effect') === 'Allow' &&
          listed(under(statement, 'Principal', 'Service')).includes(service) &&
          listed(under(statement, 'Action')).some((each) => matches(String(each), action)) &&
          listed(under(statement, 'Resource')).some(
            (each) => each === '*' || pointsTo(each, policy.stack, assembly).resource === to,
          ) &&
          sources(statement, policy, assembly).every((text) => text === '*' || isAbout(text, source, assembly)),
      ),
    );
}

/** Whether a permission of Lambda lets a service invoke a function in the name of a resource. */
export function mayInvoke(to: Placed, service: string, source: Placed, assembly: Assembly): boolean {
  return permissionsFor(to, service, assembly).some(({ Properties, stack }) => {
    const text = textOf(Properties.SourceArn, stack, assembly);
    return text === '' || isAbout(text, source, assembly);
  });
}

/** The permissions of a function that a service has. */
export function permissionsFor(to: Placed, service: string, assembly: Assembly): Placed[] {
  return resourcesOf(assembly, 'AWS::Lambda::Permission').filter(
    ({ Properties, stack }) =>
      Properties.Principal === service &&
      matches(String(Properties.Action), 'lambda:InvokeFunction') &&
      pointsTo(Properties.FunctionName, stack, assembly).resource === to,
  );
}

/** Only the one list of values that `aws:SourceArn` has to be among; a list allows any of them. */
function sources(statement: unknown, { stack }: Placed, assembly: Assembly): string[] {
  const texts = leavesOf(under(statement, 'Condition'))
    .filter(({ path }) => /\.aws:SourceArn$/i.test(path))
    .map(({ value }) => textOf(value, stack, assembly));
  return texts.length > 1 ? [] : texts;
}

import type { Assembly, Placed, Stack } from './assembly';
import { list, record } from './json';
import { referred, same } from './referred';
import { resourcesOf } from './resources-of';
import { textOf } from './text-of';

const ACCOUNT = '111111111111';

/** What a service of AWS does to one of our resources, for another of our resources. */
interface ServiceCall {
  readonly service: string;
  readonly action: string;
  /** In whose policy it is looked up. */
  readonly resource: Placed;
  /** For what it acts: the rule, topic or alarm. */
  readonly source: Placed;
}

/** Whether a resource's policy lets a service in. Conditions on what the service does not send are not met. */
export function admits(document: unknown, call: ServiceCall, stack: Stack, assembly: Assembly): boolean {
  const text = (value: unknown) => textOf(value, { stack }, assembly);
  const texts = (value: unknown) => list(value).map(text);
  const sent: Readonly<Record<string, readonly string[]>> = {
    'aws:sourcearn': arnsOf(call.source, assembly),
    'aws:sourceaccount': [ACCOUNT],
    'aws:securetransport': ['true'],
  };
  const meets = ([operator, keys]: [string, unknown]) =>
    Object.entries(record(keys)).every(([key, wanted]) => {
      const values = sent[key.toLowerCase()];
      if (!values) return /IfExists$/.test(operator);
      const some = texts(wanted).some((each) => values.some((value) => matches(each, value)));
      return /Not/.test(operator) ? !some : some;
    });
  const applies = (statement: Readonly<Record<string, unknown>>) => {
    const { Principal, Action, Resource, Condition } = statement;
    const principals =
      typeof Principal === 'string' ? [Principal] : Object.values(record(Principal)).flatMap((each) => texts(each));
    return (
      principals.some((principal) => principal === '*' || principal === call.service) &&
      texts(Action).some((action) => matches(action.toLowerCase(), call.action.toLowerCase())) &&
      texts(Resource).some((each) => arnsOf(call.resource, assembly).some((arn) => matches(each, arn))) &&
      Object.entries(record(Condition)).every(meets)
    );
  };
  const statements = list(record(document).Statement).map(record);
  const effect = (wanted: string) => statements.some((each) => each.Effect === wanted && applies(each));
  return effect('Allow') && !effect('Deny');
}

/** Whether some policy of a role allows an action on a resource; conditions are taken as met. */
export function roleMay(role: Placed, action: string, resource: Placed, assembly: Assembly): boolean {
  const attached = resourcesOf(assembly, 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy').filter(
    ({ Properties, stack }) =>
      list(Properties.Roles).some((each) => same(referred(each, stack, assembly)?.resource, role)),
  );
  const documents = [
    ...list(role.Properties.Policies).map((each) => ({ document: record(each).PolicyDocument, stack: role.stack })),
    ...attached.map(({ Properties, stack }) => ({ document: Properties.PolicyDocument, stack })),
  ];
  const arns = arnsOf(resource, assembly);
  return documents.some(({ document, stack }) =>
    list(record(document).Statement)
      .map(record)
      .some(({ Effect, Action, Resource }) => {
        const texts = (value: unknown) => list(value).map((each) => textOf(each, { stack }, assembly));
        return (
          Effect === 'Allow' &&
          texts(Action).some((each) => matches(each.toLowerCase(), action.toLowerCase())) &&
          texts(Resource).some((each) => arns.some((arn) => matches(each, arn)))
        );
      }),
  );
}

/** The ways in which a template may write the ARN of a resource: a reference to it, or put together of its name. */
function arnsOf({ stack, logicalId, Type, Properties }: Placed, assembly: Assembly): string[] {
  const [, service = '', kind = ''] = Type.split('::').map((part) => part.toLowerCase());
  const names = ['Name', 'AlarmName', 'QueueName', 'TopicName', 'FunctionName', 'RoleName'];
  const name = names.map((key) => Properties[key]).find((each) => each !== undefined);
  const id = name === undefined ? `\${${stack.id}.${logicalId}}` : textOf(name, { stack }, assembly);
  const place = `arn:aws:${service}:${stack.region}:${ACCOUNT}:`;
  const separator = service === 'cloudwatch' ? ':' : '/';
  const composed = ['sqs', 'sns'].includes(service) ? `${place}${id}` : `${place}${kind}${separator}${id}`;
  return [...['Arn', 'Ref', 'TopicArn'].map((attribute) => `\${${stack.id}.${logicalId}.${attribute}}`), composed];
}

/** Whether a pattern of a policy, with `*` and `?`, takes in a text. */
export function matches(pattern: string, text: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
}

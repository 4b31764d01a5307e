import type { Assembly, Placed, Stack } from './assembly';
import { inText } from './in-text';
import { under } from './leaves';
import { referencesIn } from './references';

/** What a value gives of the resource that it points to; `any` where nobody can tell. */
export type Form = 'arn' | 'name' | 'url' | 'any';

export interface Pointed {
  /** The whole value as one text. */
  readonly text: string;
  readonly resource?: Placed;
  readonly form: Form;
  /** Whether only a parameter, given at deployment, says what is meant. */
  readonly open: boolean;
}

/** `${Stack.LogicalId.attribute}`, as `inText` writes it. */
const POINTER = /\$\{([^.}]+)\.([^.}]+)\.([^}]+)\}/;
/** Types whose `Ref` gives an ARN, of those that a template of ours may hold. Source: their return values in the CloudFormation reference. */
const REF_IS_ARN =
  /^AWS::(SNS::(Topic|Subscription)|StepFunctions::(StateMachine|Activity)|SecretsManager::Secret|Lambda::(Version|Alias|LayerVersion)|SageMaker::(Model|Endpoint|EndpointConfig|ModelPackageGroup|MonitoringSchedule|\w+JobDefinition)|IAM::ManagedPolicy|ECS::(Service|TaskDefinition)|ElasticLoadBalancingV2::\w+|KinesisAnalyticsV2::\w+|CertificateManager::Certificate)$/;

/**
 * What a value of a template points to: by a reference, through exports too, or by a name that a resource bears. When
 * several bear it, the one of the kinds that are asked for.
 */
export function pointsTo(value: unknown, stack: Stack, assembly: Assembly, kinds?: RegExp): Pointed {
  const text = textOf(value, stack, assembly);
  const [pointer, stackId = '', logicalId = '', attribute = ''] = POINTER.exec(text) ?? [];
  if (pointer) {
    const resource = resourceAt(stackId, logicalId, assembly);
    const form = text === pointer && resource ? formOf(resource.Type, attribute) : literalForm(text);
    return { text, resource, form, open: !resource && isParameter(stackId, logicalId, assembly) };
  }
  // What is cut out of a reference with Fn::Select leaves no pointer in the text.
  for (const reference of safely(() => referencesIn(value, stack, assembly)) ?? []) {
    const resource = resourceAt(reference.stack.id, reference.logicalId, assembly);
    if (resource) return { text, resource, form: 'any', open: false };
  }
  const resource = (kinds && resourceNamed(text, assembly, kinds)) ?? resourceNamed(text, assembly);
  return { text, resource, form: literalForm(text), open: false };
}

/** As `inText`; empty where a value is malformed. */
export function textOf(value: unknown, stack: Stack, assembly: Assembly): string {
  return safely(() => inText(value, stack, assembly)) ?? '';
}

/** The resource that bears a name, or whose name ends an ARN; of some types only, if any are given. */
function resourceNamed(text: string, assembly: Assembly, kinds = /./): Placed | undefined {
  if (text === '') return undefined;
  const name = text.startsWith('arn:') ? (text.split(/[:/]/).at(-1) ?? '') : text;
  for (const { resources } of assembly.stacks)
    for (const resource of resources)
      if (kinds.test(resource.Type) && nameOf(resource, assembly) === name) return resource;
  return undefined;
}

/** The name that a template gives to a resource; undefined when CloudFormation makes one up. */
export function nameOf({ Type, Properties, stack }: Placed, assembly: Assembly): string | undefined {
  const property = nameProperties(Type).find((each) => under(Properties, ...each.split('.')) !== undefined);
  if (!property) return undefined;
  return textOf(under(Properties, ...property.split('.')), stack, assembly);
}

/** Where a resource of a type may say its own name. */
export function nameProperties(type: string): readonly string[] {
  const kind = type.split('::').at(-1) ?? '';
  const short = kind.replace(/^Global(?=Table$)|^Composite(?=Alarm$)|^.*(?=JobDefinition$)/, '');
  return [`${short}Name`, 'Name', `${short}Input.Name`];
}

/** Whether a text is the pointer to a resource, or its name, or holds one of both. */
export function isAbout(text: string, resource: Placed, assembly: Assembly): boolean {
  if (text.includes(`\${${resource.stack.id}.${resource.logicalId}.`)) return true;
  const name = nameOf(resource, assembly);
  return name !== undefined && name !== '' && text.split(/[:/]/).includes(name);
}

function resourceAt(stackId: string, logicalId: string, { stacks }: Assembly): Placed | undefined {
  const stack = stacks.find(({ id }) => id === stackId);
  return stack?.resources.find((each) => each.logicalId === logicalId);
}

function isParameter(stackId: string, logicalId: string, { stacks }: Assembly): boolean {
  return under(stacks.find(({ id }) => id === stackId)?.template, 'Parameters', logicalId) !== undefined;
}

function formOf(type: string, attribute: string): Form {
  if (attribute === 'Ref') return REF_IS_ARN.test(type) ? 'arn' : type === 'AWS::SQS::Queue' ? 'url' : 'name';
  if (/arn$/i.test(attribute)) return 'arn';
  if (/ur[il]$/i.test(attribute)) return 'url';
  return /(name|id)$/i.test(attribute) ? 'name' : 'any';
}

function literalForm(text: string): Form {
  if (/^arn:/.test(text)) return 'arn';
  return /^https?:/.test(text) ? 'url' : 'name';
}

function safely<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

import * as cloudformation from '@aws-sdk/client-cloudformation';
import * as cloudwatch from '@aws-sdk/client-cloudwatch';
import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as firehose from '@aws-sdk/client-firehose';
import * as glue from '@aws-sdk/client-glue';
import * as lambda from '@aws-sdk/client-lambda';
import * as s3 from '@aws-sdk/client-s3';
import * as sagemaker from '@aws-sdk/client-sagemaker';
import * as sfn from '@aws-sdk/client-sfn';
import * as sns from '@aws-sdk/client-sns';
import * as sqs from '@aws-sdk/client-sqs';

/** The services that somebody's state machine is likely to call, by the name that Step Functions has for them. */
const CLIENTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  cloudformation,
  cloudwatch,
  dynamodb,
  firehose,
  glue,
  lambda,
  s3,
  sagemaker,
  sfn,
  states: sfn,
  sns,
  sqs,
};

/** What a value of a request may be; undefined where anything goes. */
export type Shape =
  | {
      readonly kind: 'structure' | 'union';
      readonly members: ReadonlyMap<string, () => Shape>;
      readonly needs: readonly string[];
    }
  | { readonly kind: 'list' | 'map'; readonly of: () => Shape }
  | { readonly kind: 'text' | 'number' | 'boolean' }
  | undefined;

/** Kinds of entries in the SDK's schemas, which are lists: kind, namespace, name, traits, and what the kind holds. */
const KIND = { list: 1, map: 2, structure: 3, union: 4, operation: 9 } as const;
/** Simple schemas are numbers; added to one of these they mean a list or a map of it. */
const LIST_OF = 64;
const MAP_OF = 128;
const SIMPLE: Readonly<Record<number, Shape>> = {
  0: { kind: 'text' },
  1: { kind: 'number' },
  2: { kind: 'boolean' },
};

/** What an operation takes, `dynamodb:putItem`; undefined for a service whose client is not installed here. */
export function inputOf(operation: string): Shape {
  const [service = '', name = ''] = operation.split(':');
  const schema = CLIENTS[service]?.[`${name.charAt(0).toUpperCase()}${name.slice(1)}$`];
  return Array.isArray(schema) && schema[0] === KIND.operation ? shapeOf(schema[4]) : undefined;
}

/** Names of the errors that a service has; undefined for a service whose client is not installed here. */
export function errorsOf(service: string): ReadonlySet<string> | undefined {
  const client = CLIENTS[service];
  return client && new Set(Object.keys(client).filter((name) => /(Exception|Error|Fault)$/.test(name)));
}

function shapeOf(reference: unknown): Shape {
  const schema = typeof reference === 'function' ? (reference as () => unknown)() : reference;
  if (typeof schema === 'number') return simple(schema);
  if (!Array.isArray(schema)) return undefined;
  // A member with traits of its own: the schema and the traits.
  if (typeof schema[1] !== 'string') return shapeOf(schema[0]);
  const [kind, , , , inner, members, needed = 0] = schema;
  if (kind === KIND.list) return { kind: 'list', of: () => shapeOf(inner) };
  if (kind === KIND.map) return { kind: 'map', of: () => shapeOf(members) };
  if (kind !== KIND.structure && kind !== KIND.union) return undefined;
  const names = inner as readonly string[];
  return {
    kind: kind === KIND.union ? 'union' : 'structure',
    members: new Map(names.map((name, place) => [name, () => shapeOf((members as readonly unknown[])[place])])),
    needs: names.slice(0, needed),
  };
}

function simple(schema: number): Shape {
  if (schema >= MAP_OF) return { kind: 'map', of: () => simple(schema - MAP_OF) };
  if (schema >= LIST_OF) return { kind: 'list', of: () => simple(schema - LIST_OF) };
  return SIMPLE[schema];
}

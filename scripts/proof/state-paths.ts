import { CONTEXT, INTRINSICS } from './facts/state-fields';
import { under } from './leaves';
import { array, type Fields } from './state-machine';

/** A text that Step Functions evaluates, and where it stands. */
export interface Expression {
  readonly field: string;
  readonly text: string;
}

/** Fields that hold a path themselves; of `ResultPath` the check of a reference path does more. */
const PATHS = [
  'InputPath',
  'OutputPath',
  'ItemsPath',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'MaxConcurrencyPath',
  'ErrorPath',
  'CausePath',
];
const TEMPLATES = ['Parameters', 'ItemSelector', 'ResultSelector'];
const PATH = /^\$[A-Za-z_]?\w*(\.\.?([A-Za-z_][\w-]*|\*)|\[[^\]]+\])*$/;

/** What a state evaluates of its input: everything but what it makes of its result. */
export function readOfInput(state: Fields): Expression[] {
  const fields = [
    ...PATHS.filter((each) => each !== 'OutputPath'),
    'Parameters',
    'ItemSelector',
    'ItemReader',
    'Choices',
  ];
  return fields.flatMap((field) => expressionsIn(state[field], field));
}

/** Every expression of a state, and those texts of its templates that only look like one. */
export function expressionsOf(state: Fields): Expression[] {
  const whole = [...PATHS, ...TEMPLATES, 'ItemReader', 'Choices'].flatMap((field) =>
    expressionsIn(state[field], field),
  );
  return whole;
}

/** Texts that stand as they are in a template although they look like a path: the name of their field lacks `.$`. */
export function forgotten(state: Fields): Expression[] {
  return [...TEMPLATES.map((each) => state[each]), under(state.ItemReader, 'Parameters')].flatMap((template) =>
    literals(template, ''),
  );
}

/** What is wrong with a path or a call of an intrinsic function. */
export function faultOf(text: string): string | undefined {
  if (text.startsWith('$$')) return CONTEXT.test(text) ? undefined : `${text} is not in the context object`;
  if (text.startsWith('$')) return PATH.test(text) ? undefined : `${text} is no path`;
  const [, name = '', inner = ''] = /^States\.(\w+)\((.*)\)$/s.exec(text) ?? [];
  const arity = INTRINSICS[name];
  if (!arity) return `${text} is neither a path nor a call of an intrinsic function`;
  const given = argumentsIn(inner);
  if (!given) return `${text} has brackets or quotes without an end`;
  if (given.length < arity[0] || given.length > arity[1])
    return `${text} has ${given.length} arguments, which States.${name} does not take`;
  const places = name === 'Format' && given[0]?.startsWith("'") ? given[0].split('{}').length : given.length;
  if (places !== given.length) return `${text} has ${places - 1} places for ${given.length - 1} values`;
  return given
    .map((each) =>
      /^[$S]/.test(each)
        ? faultOf(each)
        : /^('.*'|-?\d+(\.\d+)?|true|false|null)$/s.test(each)
          ? undefined
          : `${each} is no argument`,
    )
    .find(Boolean);
}

/** The first step of every path of the input that a text reads: `answer` of `$.answer.step`. */
export function firstSteps(text: string): string[] {
  return [...text.replaceAll(/'(\\.|[^'\\])*'/g, "''").matchAll(/(?<![\w$])\$\.([A-Za-z_][\w-]*)/g)].map(
    ([, step = '']) => step,
  );
}

/** The keys that a template gives to what it makes. */
export function keysOf(template: unknown): string[] {
  return Object.keys((template as object | undefined) ?? {}).map((key) => key.replace(/\.\$$/, ''));
}

function expressionsIn(value: unknown, field: string): Expression[] {
  if (Array.isArray(value)) return value.flatMap((each) => expressionsIn(each, field));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, each]) =>
      expressionsIn(each, key === 'Variable' || key.endsWith('Path') ? key : `${field}.${key}`),
    );
  if (typeof value !== 'string') return [];
  return field.endsWith('.$') || field === 'Variable' || /^\w+Path$/.test(field) ? [{ field, text: value }] : [];
}

function literals(value: unknown, field: string): Expression[] {
  if (Array.isArray(value)) return value.flatMap((each) => literals(each, field));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, each]) => (key.endsWith('.$') ? [] : literals(each, key)));
  return typeof value === 'string' && /^(\$\$?$|\$\$?[.[]|States\.\w+\()/.test(value) ? [{ field, text: value }] : [];
}

/** The arguments of a call, split at commas outside quotes and brackets; undefined when one of them has no end. */
function argumentsIn(text: string): string[] | undefined {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const [sign] of text.matchAll(/\\.|[^\\]/gs)) {
    if (sign === "'") quoted = !quoted;
    else if (!quoted && '(['.includes(sign)) depth++;
    else if (!quoted && ')]'.includes(sign)) depth--;
    if (sign === ',' && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  if (depth !== 0 || quoted) return undefined;
  return array(text.trim() === '' ? [] : parts).map((each) => String(each).trim());
}

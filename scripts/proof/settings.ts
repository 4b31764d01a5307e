import type { Assembly, Stack } from './assembly';
import { textIn } from './tolerant-reading';
import { valueAt } from './value-at';

/** One named text of a template. */
export interface Setting {
  readonly name: string;
  /** As `inText` writes it. */
  readonly text: string;
  readonly value: unknown;
  /** Whether it is told to code: an environment variable, an argument, a hyperparameter. */
  readonly toCode: boolean;
}

const TO_CODE =
  /^(Environment|EnvironmentVariables|Variables|DefaultArguments|NonOverridableArguments|Arguments|ContainerArguments|HyperParameters|StaticHyperParameters|StageVariables)$/;
const NAMES = ['Name', 'Key', 'ParameterKey'];
const VALUES = ['Value', 'DefaultValue', 'Default', 'ParameterValue'];

/** Every named text within a value, also within definitions that are JSON in a text (pipelines, state machines). */
export function settingsIn(value: unknown, stack: Stack, assembly: Assembly, name = '', toCode = false): Setting[] {
  if (Array.isArray(value)) return value.flatMap((each) => settingsIn(each, stack, assembly, name, toCode));
  if (typeof value !== 'object' || value === null || isIntrinsic(value))
    return leaf(value, stack, assembly, name, toCode);
  const pair = pairOf(value, toCode, stack, assembly);
  const others =
    pair.length === 0
      ? Object.entries(value)
      : Object.entries(value).filter(([key]) => !NAMES.includes(key) && !VALUES.includes(key));
  return [
    ...pair,
    ...others.flatMap(([key, each]) => settingsIn(each, stack, assembly, key, toCode || TO_CODE.test(key))),
  ];
}

/** `{ "Name": …, "Value": … }`, which stands for a name and its value. */
function pairOf(value: object, toCode: boolean, stack: Stack, assembly: Assembly): Setting[] {
  const [name] = NAMES.map((key) => valueAt(value, key)).filter((each) => typeof each === 'string');
  return name === undefined
    ? []
    : VALUES.map((key) => valueAt(value, key))
        .filter((each) => each !== undefined)
        .flatMap((each) => leaf(each, stack, assembly, String(name), toCode));
}

function leaf(value: unknown, stack: Stack, assembly: Assembly, name: string, toCode: boolean): Setting[] {
  if (value === undefined || value === null) return [];
  const inner = parsed(value, stack, assembly);
  if (inner !== undefined) return settingsIn(inner, stack, assembly, name, toCode);
  return [{ name, text: textIn(value, stack, assembly), value, toCode }];
}

/** What a text says if it is JSON. What is filled in stands within strings of it, and must not end them. */
function parsed(value: unknown, stack: Stack, assembly: Assembly): object | undefined {
  const parts = valueAt(value, 'Fn::Join', '1');
  const pieces = Array.isArray(parts) ? parts : [value];
  const text = pieces
    .map((each) => (typeof each === 'string' ? each : JSON.stringify(textIn(each, stack, assembly)).slice(1, -1)))
    .join('');
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

function isIntrinsic(value: object): boolean {
  const [name, ...others] = Object.keys(value);
  return others.length === 0 && /^(Ref|Fn::\w+)$/.test(name ?? '');
}

import { arnMatches } from './arn';
import { inNetwork } from './in-network';
import { variablesOf } from './policy-variable';
import type { Condition } from './statement';
import { matches } from './wildcard';

type ContextValue = string | number | boolean | readonly string[];
/** What a request says, by condition key; IAM ignores the case of keys. */
export type Context = Readonly<Record<string, ContextValue>>;

/** Kinds of keys that an operator is for, and whether one value of the request is what one value of the policy asks for. */
interface Operator {
  readonly family: 'String' | 'ARN' | 'Bool' | 'Numeric' | 'Date' | 'IPAddress' | 'Binary';
  readonly holds: (found: string, wanted: string) => boolean;
  /** Holds for what its opposite does not hold for. */
  readonly negated?: boolean;
}

const numbers = (compare: (found: number, wanted: number) => boolean) => (found: string, wanted: string) =>
  compare(Number(found), Number(wanted));
const dates = (compare: (found: number, wanted: number) => boolean) => (found: string, wanted: string) =>
  compare(moment(found), moment(wanted));
const lower =
  (holds: Operator['holds']): Operator['holds'] =>
  (found, wanted) =>
    holds(found.toLowerCase(), wanted.toLowerCase());
const equal: Operator['holds'] = (found, wanted) => found === wanted;
const like: Operator['holds'] = (found, wanted) => matches(wanted, found);
const arn: Operator['holds'] = (found, wanted) => arnMatches(wanted, found);

/** Source: IAM user guide, "IAM JSON policy elements: Condition operators". ArnEquals and ArnLike do the same. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  StringEquals: { family: 'String', holds: equal },
  StringNotEquals: { family: 'String', holds: equal, negated: true },
  StringEqualsIgnoreCase: { family: 'String', holds: lower(equal) },
  StringNotEqualsIgnoreCase: { family: 'String', holds: lower(equal), negated: true },
  StringLike: { family: 'String', holds: like },
  StringNotLike: { family: 'String', holds: like, negated: true },
  ArnEquals: { family: 'ARN', holds: arn },
  ArnNotEquals: { family: 'ARN', holds: arn, negated: true },
  ArnLike: { family: 'ARN', holds: arn },
  ArnNotLike: { family: 'ARN', holds: arn, negated: true },
  Bool: { family: 'Bool', holds: lower(equal) },
  NumericEquals: { family: 'Numeric', holds: numbers((found, wanted) => found === wanted) },
  NumericNotEquals: { family: 'Numeric', holds: numbers((found, wanted) => found === wanted), negated: true },
  NumericLessThan: { family: 'Numeric', holds: numbers((found, wanted) => found < wanted) },
  NumericLessThanEquals: { family: 'Numeric', holds: numbers((found, wanted) => found <= wanted) },
  NumericGreaterThan: { family: 'Numeric', holds: numbers((found, wanted) => found > wanted) },
  NumericGreaterThanEquals: { family: 'Numeric', holds: numbers((found, wanted) => found >= wanted) },
  DateEquals: { family: 'Date', holds: dates((found, wanted) => found === wanted) },
  DateNotEquals: { family: 'Date', holds: dates((found, wanted) => found === wanted), negated: true },
  DateLessThan: { family: 'Date', holds: dates((found, wanted) => found < wanted) },
  DateLessThanEquals: { family: 'Date', holds: dates((found, wanted) => found <= wanted) },
  DateGreaterThan: { family: 'Date', holds: dates((found, wanted) => found > wanted) },
  DateGreaterThanEquals: { family: 'Date', holds: dates((found, wanted) => found >= wanted) },
  IpAddress: { family: 'IPAddress', holds: inNetwork },
  NotIpAddress: { family: 'IPAddress', holds: inNetwork, negated: true },
  BinaryEquals: { family: 'Binary', holds: equal },
};

export interface ParsedOperator extends Partial<Operator> {
  readonly name: string;
  readonly quantifier?: 'ForAllValues' | 'ForAnyValue';
  readonly ifExists: boolean;
}

/** What an operator is made of; undefined for one that IAM does not know. `Null` has neither family nor a comparison. */
export function parseOperator(text: string): ParsedOperator | undefined {
  const [, quantifier, name = '', ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(text) ?? [];
  const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (name === 'Null' ? ifExists || quantifier : !operator) return undefined;
  return {
    name,
    ...operator,
    quantifier: quantifier as ParsedOperator['quantifier'],
    ifExists: ifExists !== undefined,
  };
}

/** Whether a request fulfils a condition. One whose operator IAM does not know is fulfilled by none. */
export function fulfils(context: Context, { operator, key, values }: Condition): boolean {
  const parsed = parseOperator(operator);
  if (!parsed) return false;
  const found = valuesOf(context, key);
  if (parsed.name === 'Null')
    return values.some((wanted) => (wanted.toLowerCase() === 'true') === (found === undefined));
  const { holds = equal, negated = false, quantifier, ifExists } = parsed;
  const one = (value: string): boolean =>
    values.some((wanted) => variablesOf(wanted).length === 0 && holds(value, wanted)) !== negated;
  if (found === undefined) return ifExists || quantifier === 'ForAllValues' || (negated && quantifier === undefined);
  if (quantifier === 'ForAllValues' || (negated && quantifier === undefined)) return found.every(one);
  return found.some(one);
}

function valuesOf(context: Context, key: string): string[] | undefined {
  const [, value] = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase()) ?? [];
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** In milliseconds; IAM takes ISO 8601 and seconds since 1970. */
function moment(text: string): number {
  return /^\d{5,}(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

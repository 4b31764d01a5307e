/** A condition whose expressions are resolved. */
export interface Condition {
  readonly Type: string;
  readonly LeftValue?: unknown;
  readonly RightValue?: unknown;
  readonly QueryValue?: unknown;
  readonly Values?: readonly unknown[];
  readonly Condition?: Condition;
  readonly Conditions?: readonly Condition[];
}

const COMPARISONS: Record<string, (left: string | number | boolean, right: string | number | boolean) => boolean> = {
  Equals: (left, right) => left === right,
  GreaterThan: (left, right) => left > right,
  GreaterThanOrEqualTo: (left, right) => left >= right,
  LessThan: (left, right) => left < right,
  LessThanOrEqualTo: (left, right) => left <= right,
};

/** Whether `condition` holds; values of different types are an error, since nothing says that SageMaker converts them. */
export function holds(condition: Condition): boolean {
  const { Type, LeftValue, RightValue, QueryValue, Values = [], Conditions = [] } = condition;
  if (Type === 'Not' && condition.Condition) return !holds(condition.Condition);
  if (Type === 'Or') return Conditions.some(holds);
  if (Type === 'In') return Values.includes(QueryValue);
  const compare = COMPARISONS[Type];
  if (!compare) throw new Error(`condition type ${Type} does not exist`);
  if (!isScalar(LeftValue) || !isScalar(RightValue) || typeof LeftValue !== typeof RightValue) {
    throw new Error(`${Type} cannot compare ${JSON.stringify(LeftValue)} and ${JSON.stringify(RightValue)}`);
  }
  return compare(LeftValue, RightValue);
}

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

import type { Assembly, Placed } from './assembly';
import { record } from './json';
import { textOf } from './points-to';

/** A variable of some function, and what it says. */
export interface Variable {
  readonly lambda: Placed;
  readonly name: string;
  readonly text: string;
}

/** The environment variables of a function. */
export function variablesOf(lambda: Placed, assembly: Assembly): Variable[] {
  return Object.entries(record(record(lambda.Properties.Environment).Variables)).map(([name, value]) => ({
    lambda,
    name,
    text: textOf(value, lambda.stack, assembly),
  }));
}

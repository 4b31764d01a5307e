import type { Text } from '../expression';

/** Ends the execution as failed, with a reason of at most 3,072 characters. */
export interface FailStep {
  readonly Name: string;
  readonly Type: 'Fail';
  readonly Arguments: { readonly ErrorMessage: Text };
}

/** Fails the execution with `message`. */
export function failStep(name: string, message: Text): FailStep {
  return { Name: name, Type: 'Fail', Arguments: { ErrorMessage: message } };
}

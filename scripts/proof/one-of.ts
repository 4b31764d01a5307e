/** Why a value is none of those that a service knows; nothing for one that only a deployment says. */
export function notOneOf(name: string, value: unknown, values: readonly string[]): string | undefined {
  return isGiven(value) || values.includes(String(value))
    ? undefined
    : `${name} is ${value}, expected one of ${values.join(', ')}`;
}

/** Whether only a deployment says the value. */
export function isGiven(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

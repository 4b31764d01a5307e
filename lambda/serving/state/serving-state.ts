import * as z from 'zod/mini';

/** Value of the stack's parameter while no model serves. */
export const NO_VERSION = 'none';

export const servingState = z.object({
  /** ARN of the model package, or `none`. */
  version: z.string().check(z.minLength(1)),
  realTime: z.enum(['on', 'parked']),
});
/** What serves: the two parameters of the serving stack. */
export type ServingState = Readonly<z.infer<typeof servingState>>;

export function isSame(one: ServingState, other: ServingState): boolean {
  return one.version === other.version && one.realTime === other.realTime;
}

/** The number within its group, the last part of the ARN; 0 for `none`. */
export function versionNumber(version: string): number {
  return version === NO_VERSION ? 0 : Number(/\/(\d+)$/.exec(version)?.[1] ?? Number.NaN);
}

/** A version as people call it, `version 6`. */
export function versionName(version: string): string {
  const number = versionNumber(version);
  return Number.isNaN(number) ? `"${version}"` : `version ${number}`;
}

/** `version 6 is in service, with the real-time endpoint parked`. */
export function inService({ version, realTime }: ServingState): string {
  if (version === NO_VERSION) return 'no version is in service';
  return `${versionName(version)} is in service, with the real-time endpoint ${realTime}`;
}

/** Begins with a capital letter. */
export function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

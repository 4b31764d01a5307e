import type { JsonObject } from './json';

/** The templates of an assembly, by stack as in the cloud assembly, for example `Training`. */
export type Templates = Record<string, JsonObject>;
/** Changes templates in place, and regions in the manifest; throws where its place is not there. */
export type Seed = (templates: Templates, manifest: JsonObject) => void;

/** One thing that a developer gets wrong, as the score names it. */
export interface Described {
  /** Kebab-case, unique within its class. */
  readonly id: string;
  /** The kind of fault, as the score is counted. */
  readonly class: string;
  /** What is wrong, as a reviewer would say it. */
  readonly title: string;
  /** Why nothing that looks can find it. */
  readonly reason?: string;
}

/** One thing that is wrong in what is synthesized. */
export interface Fault extends Described {
  readonly seed: Seed;
  /**
   * The environment that it is seeded into.
   * @default - sandbox
   */
  readonly environment?: string;
  /**
   * Makes the place for a fault in something that we do not have: what is there, without the fault. Only what is found
   * beyond what is found in this counts.
   */
  readonly given?: Seed;
}

type Written = readonly [id: string, title: string, seed: Seed, more?: Pick<Fault, 'environment' | 'given' | 'reason'>];

/** Faults of one class. */
export function faultsOf(name: string, written: readonly Written[]): readonly Fault[] {
  return written.map(([id, title, seed, more]) => ({ id, class: name, title, seed, ...more }));
}

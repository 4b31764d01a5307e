import type { Assembly } from '../assembly';
import type { Check } from '../check';
import { judge, type Waiver } from '../judge';

/** Something that says what is wrong with an assembly. */
export interface Detector {
  readonly name: string;
  /** One line for each finding; only about `stacks`, when the detector looks at each by itself. */
  find(assembly: Assembly, stacks: readonly string[]): Iterable<string>;
}

/**
 * Our own checks, as `npm run proof` runs them: what a waiver covers is not found. The quick ones come first, so that
 * who needs one finding need not wait for the slow ones.
 */
export function checksDetector(checks: readonly Check[], waivers: readonly Waiver[], environment: string): Detector {
  const took = new Map<Check, number>();
  return {
    name: 'checks',
    *find(assembly) {
      for (const check of [...checks].sort((one, other) => (took.get(one) ?? 0) - (took.get(other) ?? 0))) {
        const start = performance.now();
        const { open } = judge(assembly, environment, [check], waivers);
        took.set(check, performance.now() - start);
        yield* open.map(({ stack, logicalId, message }) => `${check.id}  ${stack}/${logicalId}: ${message}`);
      }
    },
  };
}

import { AssemblyCopy, type Changed } from './assembly-copy';
import type { Detector } from './detector';
import type { Described, Fault, Seed } from './fault';

/** What came of one fault. */
export interface Outcome {
  readonly fault: Described;
  /** What detectors found beyond what they find without the fault: the first finding of the first that has one, or all. */
  readonly found: Readonly<Record<string, readonly string[]>>;
  /** Why it could not be seeded or looked for; it is not caught then. */
  readonly error?: string;
}

export function isCaught({ found, error }: Outcome): boolean {
  return error === undefined && Object.keys(found).length > 0;
}

/** Tries faults, one after the other, in one copy of a synthesized folder. */
export interface Trials {
  outcomeOf(fault: Fault): Outcome;
  /** Removes the copy. */
  close(): void;
}

export interface TrialOptions {
  /**
   * Whether every finding is looked for.
   * @default - the first that any detector has, which is enough to catch a fault
   */
  readonly everything?: boolean;
}

/** Seeds every fault alone into a copy of a synthesized folder and asks every detector what is new. */
export function trialsIn(
  folder: string,
  detectors: readonly Detector[],
  { everything = false }: TrialOptions = {},
): Trials {
  const copy = new AssemblyCopy(folder);
  const found = memory(copy, detectors);
  return {
    outcomeOf: (fault) => outcomeOf(fault, copy, detectors, found, everything),
    close: () => copy.remove(),
  };
}

function outcomeOf(
  fault: Fault,
  copy: AssemblyCopy,
  detectors: readonly Detector[],
  foundBefore: (detector: Detector, given?: Seed) => ReadonlySet<string>,
  everything: boolean,
): Outcome {
  try {
    const before = detectors.map((detector) => foundBefore(detector, fault.given));
    const { assembly, stacks } = copy.change(afterGiven(fault));
    const found: Record<string, readonly string[]> = {};
    for (const [place, detector] of detectors.entries()) {
      const news: string[] = [];
      for (const finding of detector.find(assembly, stacks)) {
        if (before[place]?.has(finding)) continue;
        news.push(finding);
        if (!everything) break;
      }
      if (news.length > 0) found[detector.name] = news;
      // One detector is enough to catch it.
      if (news.length > 0 && !everything) break;
    }
    return { fault, found };
  } catch (error) {
    return { fault, found: {}, error: error instanceof Error ? error.message : String(error) };
  }
}

/** The fault upon what it is given; throws when the fault itself changes nothing. */
export function afterGiven({ given, seed }: Fault): Seed {
  if (!given) return seed;
  return (templates, manifest) => {
    given(templates, manifest);
    const before = JSON.stringify(templates);
    seed(templates, manifest);
    if (JSON.stringify(templates) === before) throw new Error('nothing was changed');
  };
}

/** What each detector finds without a fault, looked for once. */
function memory(copy: AssemblyCopy, detectors: readonly Detector[]) {
  const everywhere = copy.original.stacks.map(({ id }) => id);
  const untouched: Changed = { assembly: copy.original, stacks: everywhere };
  const known = new Map<Seed | undefined, Map<Detector, ReadonlySet<string>>>();
  return (detector: Detector, given?: Seed): ReadonlySet<string> => {
    let byDetector = known.get(given);
    if (!byDetector) {
      const { assembly } = given ? copy.change(given) : untouched;
      byDetector = new Map(detectors.map((each) => [each, new Set(each.find(assembly, everywhere))]));
      known.set(given, byDetector);
    }
    return byDetector.get(detector) ?? new Set();
  };
}

/** Something that runs, and what has to have ended before it starts. */
export interface Running {
  readonly name: string;
  readonly after: readonly string[];
  /** How many instances it takes; 0 for what takes none and only stands in between. */
  readonly instances: number;
}

/** The most instances that can be taken at the same time: of all sets without one that waits for another, the largest. */
export function mostAtOnce(all: readonly Running[]): number {
  const before = ancestorsOf(all);
  const takers = all.filter(({ instances }) => instances > 0);
  const apart = (a: Running, b: Running) => !before.get(a.name)?.has(b.name) && !before.get(b.name)?.has(a.name);
  const most = (left: readonly Running[]): number => {
    const [first, ...others] = left;
    if (first === undefined) return 0;
    const beside = others.filter((other) => apart(first, other));
    const withIt = first.instances + most(beside);
    // Without it can only be better when it keeps another one away.
    return beside.length === others.length ? withIt : Math.max(withIt, most(others));
  };
  return most(takers);
}

function ancestorsOf(all: readonly Running[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byName = new Map(all.map((each) => [each.name, each]));
  const found = new Map<string, Set<string>>();
  const walk = (name: string): Set<string> => {
    const known = found.get(name);
    if (known) return known;
    const ancestors = new Set<string>();
    // Stored before it is filled, so that a circle of steps ends.
    found.set(name, ancestors);
    for (const each of byName.get(name)?.after ?? []) for (const one of [each, ...walk(each)]) ancestors.add(one);
    return ancestors;
  };
  for (const { name } of all) walk(name);
  return found;
}

import type { Assembly } from './assembly';
import type { Check, Finding } from './check';

/** A finding that we live with, and why. */
export interface Waiver {
  /** The check's id, and behind a colon its rule if it has many. */
  readonly check: string;
  /** Stack and logical id as `Serving/Model…`; what ends in `*` stands for all that begin so, since CDK adds hashes. */
  readonly resource: string;
  /** Environments in which it holds; a waiver that none of them needs is stale. */
  readonly environments: readonly string[];
  readonly reason: string;
}

export interface Verdict {
  /** By check, those without a waiver. */
  readonly open: readonly (Finding & { readonly check: string })[];
  readonly waived: readonly (Finding & { readonly check: string; readonly reason: string })[];
  /** Waivers that nothing needs any more. */
  readonly stale: readonly Waiver[];
  readonly checks: number;
}

/** Runs all checks over an assembly and sets aside what a waiver of its environment names. */
export function judge(
  assembly: Assembly,
  environment: string,
  checks: readonly Check[],
  waivers: readonly Waiver[],
): Verdict {
  const ours = waivers.filter(({ environments }) => environments.includes(environment));
  const used = new Set<Waiver>();
  const open: Verdict['open'][number][] = [];
  const waived: Verdict['waived'][number][] = [];
  for (const { id, find } of checks)
    for (const finding of find(assembly)) {
      const check = finding.rule === undefined ? id : `${id}:${finding.rule}`;
      const waiver = ours.find((each) => each.check === check && isMeant(each, finding));
      if (!waiver) open.push({ check, ...finding });
      else {
        used.add(waiver);
        waived.push({ check, ...finding, reason: waiver.reason });
      }
    }
  return { open, waived, stale: ours.filter((waiver) => !used.has(waiver)), checks: checks.length };
}

function isMeant({ resource }: Waiver, { stack, logicalId }: Finding): boolean {
  const place = `${stack}/${logicalId}`;
  return resource.endsWith('*') ? place.startsWith(resource.slice(0, -1)) : place === resource;
}

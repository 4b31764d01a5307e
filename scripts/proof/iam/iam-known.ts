import type { Assembly } from '../assembly';
import { resourcesOf } from '../resources-of';
import { KnownNames } from './known-names';
import { type NameOf, ResourceNames } from './resource-names';

/** What a statement could have named, had it been written more narrowly. */
export interface Known {
  /** Whether a template uses a name outside of policies. */
  mentions(name: string): boolean;
  /** The longest beginning of an ARN that names one resource of the templates; undefined for what none holds. */
  holderOf(arn: string): string | undefined;
}

/** What the templates name; put together only when it is asked for. */
export function knownIn(assembly: Assembly, nameOf?: NameOf): Known {
  let names: KnownNames | undefined;
  let holders: ReadonlySet<string> | undefined;
  return {
    mentions(name) {
      names ??= new KnownNames(assembly);
      return names.mentions(name);
    },
    holderOf(arn) {
      holders ??= holdersIn(assembly, nameOf);
      const ends = [...arn.matchAll(/[:/]/g)].map(({ index }) => arn.slice(0, index));
      return [...ends, arn].reverse().find((each) => holders?.has(each));
    },
  };
}

function holdersIn(assembly: Assembly, nameOf?: NameOf): ReadonlySet<string> {
  const names = new ResourceNames(assembly, nameOf);
  const stacks = assembly.stacks.map(
    ({ region, name }) => `arn:aws:cloudformation:${region}:111111111111:stack/${name}`,
  );
  const arns = resourcesOf(assembly).flatMap((resource) => names.arnsOf(resource));
  // The catalog of Glue is the account's.
  return new Set([...stacks, ...arns.map((arn) => arn.replace(/([:/]\*)+$/, '')).filter((arn) => !arn.includes('*'))]);
}

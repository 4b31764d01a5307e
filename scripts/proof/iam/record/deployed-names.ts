import type { Assembly } from '../../assembly';

/** A resource as a run deployed it. */
interface Deployed {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
}

/**
 * What resources of the product are called: several runs give the same one several names, and the first that was seen
 * stands for all.
 */
export class DeployedNames {
  /** `Stack/LogicalId` to the first physical id. */
  public readonly first = new Map<string, string>();
  private readonly roles = new Map<string, string>();
  /** Roles that belong to none of the assembly's stacks. */
  private readonly others = new Set<string>();
  private readonly renamed = new Map<string, string>();
  private pattern: RegExp | undefined;

  /** Takes the names of one run; its assembly says which stack has which name. */
  public add(resources: readonly Deployed[], assembly: Assembly): void {
    const stacks = new Map(assembly.stacks.map(({ id, name }) => [name, id]));
    for (const { stack, logicalId, type, physicalId } of resources) {
      const id = stacks.get(stack);
      const key = `${id}/${logicalId}`;
      if (type === 'AWS::IAM::Role') {
        if (id === undefined) this.others.add(physicalId);
        else this.roles.set(physicalId, key);
      }
      if (id === undefined) continue;
      const first = this.first.get(key) ?? physicalId;
      this.first.set(key, first);
      if (first !== physicalId) this.renamed.set(physicalId, first);
    }
    this.pattern = undefined;
  }

  /** The `Stack/LogicalId` of a role by its name; false for one that is none of the product's, undefined for an unknown one. */
  public roleOf(name: string): string | false | undefined {
    return this.roles.get(name) ?? (this.others.has(name) ? false : undefined);
  }

  /** A text in which each name that a resource has is the first that it had. */
  public withFirstNames(text: string): string {
    if (this.renamed.size === 0) return text;
    this.pattern ??= new RegExp(
      // A whole name: a bucket's is also how that of its policy starts.
      `(?<![\\w-])(?:${[...this.renamed.keys()].sort(longestFirst).map(escaped).join('|')})(?![\\w-])`,
      'g',
    );
    return text.replace(this.pattern, (name) => this.renamed.get(name) ?? name);
  }
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

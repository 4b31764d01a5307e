/** A resource as it stands in a template. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly Condition?: string;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/** One resource of one stack; `path` is where it stands in the tree of constructs, if the template says so. */
export interface Placed extends Resource {
  readonly stack: Stack;
  readonly logicalId: string;
  readonly path: string;
}

/** A stack as it would be deployed. */
export interface Stack {
  /** As in the cloud assembly, for example `Training`. */
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly terminationProtection: boolean;
  readonly template: Readonly<Record<string, unknown>>;
  readonly resources: readonly Placed[];
}

/** What `cdk synth` wrote for one environment. */
export interface Assembly {
  readonly folder: string;
  readonly stacks: readonly Stack[];
}

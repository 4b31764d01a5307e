import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { type CostTags, costTags } from '../config/cost-tags';
import type { Dataset } from '../config/dataset';
import type { EnvironmentConfig } from '../config/environment-config';
import { fixedName, STACKS, type StackId, stackName } from '../config/stacks';
import { applyCostTags } from './apply-cost-tags';

/** What every phase of one lifecycle shares: where it runs and what it is about. */
export interface Lifecycle {
  readonly config: EnvironmentConfig;
  readonly dataset: Dataset;
  /** Folder with one bundle a handler, `<phase>/<verb-noun>/index.mjs`. */
  readonly lambdaBundles: string;
  /** The resolved dataset as a file, the asset that jobs get. */
  readonly datasetFile: string;
  /** Encrypts log groups, wherever one is made. @default - AWS's own; only the stack that makes the key goes without */
  readonly logKey?: IKey;
}

/** A stack of one phase: named `<project>-<environment>-<stack>`, tagged with what the phase costs, protected if it keeps data. */
export class PhaseStack extends Stack {
  public readonly lifecycle: Lifecycle;
  public readonly costTags: CostTags;

  public constructor(scope: Construct, id: string, stack: StackId, lifecycle: Lifecycle, props: StackProps = {}) {
    const { region, retainData } = lifecycle.config;
    super(scope, id, {
      stackName: stackName(lifecycle.config, stack),
      env: { region },
      terminationProtection: retainData,
      ...props,
    });
    this.lifecycle = lifecycle;
    this.costTags = costTags(lifecycle.config, STACKS[stack], lifecycle.dataset.name);
    applyCostTags(this, this.costTags);
  }

  /** A physical name, for the few types whose name CloudFormation or an ARN insists on. */
  public fixedName(...parts: string[]): string {
    return fixedName(this.lifecycle.config, ...parts);
  }

  /** The phase's stack that `construct` stands in. */
  public static override of(construct: Construct): PhaseStack {
    const stack = Stack.of(construct);
    if (!(stack instanceof PhaseStack)) throw new Error(`${construct.node.path} must stand in a phase's stack`);
    return stack;
  }
}

import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type CostTags, costTags, type Phase } from '../config/cost-tags';
import type { Dataset } from '../config/dataset';
import type { EnvironmentConfig } from '../config/environment-config';
import { applyCostTags } from './apply-cost-tags';

/** What every phase of one lifecycle shares: where it runs and what it is about. */
export interface Lifecycle {
  readonly config: EnvironmentConfig;
  readonly dataset: Dataset;
  /** Folder with one bundle a handler, `<phase>/<verb-noun>/index.mjs`. */
  readonly lambdaBundles: string;
  /** The resolved dataset as a file, the asset that jobs get. */
  readonly datasetFile: string;
}

/** One phase's stack: named `<project>-<environment>-<phase>`, tagged with what it costs, protected if it keeps data. */
export class PhaseStack extends Stack {
  public readonly lifecycle: Lifecycle;
  public readonly costTags: CostTags;

  public constructor(scope: Construct, id: string, phase: Phase, lifecycle: Lifecycle) {
    const { project, environment, region, retainData } = lifecycle.config;
    super(scope, id, {
      stackName: `${project}-${environment}-${phase}`,
      env: { region },
      terminationProtection: retainData,
    });
    this.lifecycle = lifecycle;
    this.costTags = costTags(lifecycle.config, phase, lifecycle.dataset.name);
    applyCostTags(this, this.costTags);
  }

  /** A physical name, for the few types whose name CloudFormation or an ARN insists on. */
  public fixedName(...parts: string[]): string {
    const { project, environment } = this.lifecycle.config;
    return [project, environment, ...parts].join('-');
  }

  /** The phase's stack that `construct` stands in. */
  public static override of(construct: Construct): PhaseStack {
    const stack = Stack.of(construct);
    if (!(stack instanceof PhaseStack)) throw new Error(`${construct.node.path} must stand in a phase's stack`);
    return stack;
  }
}

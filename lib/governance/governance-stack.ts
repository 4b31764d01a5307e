import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { DataLakeStack } from '../data-lake/data-lake-stack';
import { DeadLetterQueue } from '../shared/dead-letter-queue';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import { CostReview } from './cost-review';
import { TagActivation } from './tag-activation';

/** Lets people see what the lifecycle costs and earns; the budget is a stack of its own, after all others. */
export class GovernanceStack extends PhaseStack {
  public readonly costReview: CostReview;
  /** Only where this account pays for itself. */
  public readonly tagActivation?: TagActivation;
  private readonly deadLetters: DeadLetterQueue;

  public constructor(
    scope: Construct,
    id: string,
    lifecycle: Lifecycle,
    { dataLake }: { readonly dataLake: DataLakeStack },
  ) {
    super(scope, id, 'governance', lifecycle);
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters');
    const { deadLetters } = this;
    this.costReview = new CostReview(this, 'CostReview', { storage: dataLake.storage, deadLetters });
    if (lifecycle.config.governance.activateTags)
      this.tagActivation = new TagActivation(this, 'TagActivation', { deadLetters });
  }

  /** Looks at costs and at their tags that failed for good. */
  public metricDeadLetters(): IMetric {
    return this.deadLetters.metricWaiting();
  }
}

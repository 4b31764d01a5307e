import type { Construct } from 'constructs';
import type { DataLakeStack } from '../data-lake/data-lake-stack';
import type { FoundationStack } from '../foundation/foundation-stack';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import type { TrainingStack } from '../training/training-stack';
import { ModelRoles } from './model-roles';

/** The roles that models run with, apart from the models: the stack that promotions update holds nothing of IAM. */
export class ServingAccessStack extends PhaseStack {
  public readonly roles: ModelRoles;

  public constructor(
    scope: Construct,
    id: string,
    lifecycle: Lifecycle,
    before: {
      readonly foundation: FoundationStack;
      readonly dataLake: DataLakeStack;
      readonly training: TrainingStack;
    },
  ) {
    super(scope, id, 'serving-access', lifecycle);
    this.roles = new ModelRoles(this, 'ModelRoles', {
      models: before.training.models,
      captured: before.dataLake.storage.captured,
    });
  }
}

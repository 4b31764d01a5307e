import type { Construct } from 'constructs';
import type { DataLakeStack } from '../data-lake/data-lake-stack';
import type { FoundationStack } from '../foundation/foundation-stack';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import type { ServingAccessStack } from './serving-access-stack';

/** The model in service: two parameters say which version and whether in real time, and everything else follows. */
export class ServingStack extends PhaseStack {
  public constructor(
    scope: Construct,
    id: string,
    lifecycle: Lifecycle,
    _before: {
      readonly foundation: FoundationStack;
      readonly dataLake: DataLakeStack;
      readonly servingAccess: ServingAccessStack;
    },
  ) {
    super(scope, id, 'serving', lifecycle);
  }
}

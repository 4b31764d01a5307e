import type { Construct } from 'constructs';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import { ModelRegistry } from './model-registry';

/** The shelf before the goods: every version of the model, waiting for approval. */
export class ModelRegistryStack extends PhaseStack {
  public readonly registry: ModelRegistry;

  public constructor(scope: Construct, id: string, lifecycle: Lifecycle) {
    super(scope, id, 'model-registry', lifecycle);
    this.registry = new ModelRegistry(this, 'Registry');
  }
}

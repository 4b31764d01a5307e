import { Construct } from 'constructs';
import type { LakeZone } from '../data-lake/lake-zone';
import { grantContainer } from '../shared/grant-container';
import { ServiceRole } from '../shared/service-role';
import type { ModelStorage } from '../training/model-storage';
import { grantSeeRollBackAlarms } from './grant-see-roll-back-alarms';

export interface ModelRolesProps {
  readonly models: ModelStorage;
  /** Where the real-time endpoint leaves what it was asked and what it answered. */
  readonly captured: LakeZone;
}

/** What a model in service may do: read its artifact and run; in real time also capture, and look at what rolls it back. */
export class ModelRoles extends Construct {
  public readonly realTime: ServiceRole;
  public readonly serverless: ServiceRole;

  public constructor(scope: Construct, id: string, { models, captured }: ModelRolesProps) {
    super(scope, id);
    this.realTime = new ServiceRole(this, 'RealTime', 'sagemaker.amazonaws.com', 'Serves the model in real time');
    this.serverless = new ServiceRole(this, 'Serverless', 'sagemaker.amazonaws.com', 'Serves the model on demand');
    for (const role of [this.realTime, this.serverless]) {
      models.grantRead(role);
      grantContainer(role);
    }
    captured.grantWrite(this.realTime);
    // A deployment's watch over its alarms acts with the model's role.
    grantSeeRollBackAlarms(this.realTime);
  }
}

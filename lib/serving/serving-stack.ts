import { CfnResource, Lazy } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DataLakeStack } from '../data-lake/data-lake-stack';
import type { FoundationStack } from '../foundation/foundation-stack';
import type { Lifecycle } from '../shared/phase-stack';
import { SteeredStack } from '../shared/steered-stack';
import { RealTimeEndpoint } from './real-time-endpoint';
import { RollBackAlarms } from './roll-back-alarms';
import { ServerlessEndpoint } from './serverless-endpoint';
import type { ServingAccessStack } from './serving-access-stack';
import { ServingState } from './serving-state';

/**
 * The model in service: two parameters say which version and whether in real time, and everything else follows. Nothing
 * in it changes but by a deployment or a promotion.
 */
export class ServingStack extends SteeredStack {
  public constructor(
    scope: Construct,
    id: string,
    lifecycle: Lifecycle,
    before: {
      readonly foundation: FoundationStack;
      readonly dataLake: DataLakeStack;
      readonly servingAccess: ServingAccessStack;
    },
  ) {
    super(scope, id, 'serving', lifecycle);
    const { key, operators } = before.foundation;
    const { roles } = before.servingAccess;
    const { captured } = before.dataLake.storage;
    const state = new ServingState(this, 'State');
    new ServerlessEndpoint(this, 'Serverless', { state, role: roles.serverless });
    const alarms = new RollBackAlarms(this, 'RollBack', { state, operators });
    new RealTimeEndpoint(this, 'RealTime', { state, role: roles.realTime, key, captured, alarms });
  }

  /** All types that its template holds, for whoever is to update it and nothing beyond; known when everything is built. */
  public get resourceTypes(): string[] {
    return Lazy.list({
      produce: () => {
        const resources = this.node.findAll().filter(CfnResource.isCfnResource);
        return [...new Set(resources.map(({ cfnResourceType }) => cfnResourceType))].sort();
      },
    });
  }
}

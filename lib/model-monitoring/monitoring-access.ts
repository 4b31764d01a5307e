import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { ANALYZER, CLARIFY } from '../config/container-images';
import type { LakeStorage } from '../data-lake/lake-storage';
import type { LakeZone } from '../data-lake/lake-zone';
import { confineEndpoints } from '../shared/confine-jobs';
import { grantContainer } from '../shared/grant-container';
import { grantVolumes } from '../shared/grant-volumes';
import { PhaseStack } from '../shared/phase-stack';
import { ServiceRole } from '../shared/service-role';
import type { ModelStorage } from '../training/model-storage';

export interface MonitoringAccessProps {
  readonly key: IKey;
  readonly storage: LakeStorage;
  readonly models: ModelStorage;
}

/** What Model Monitor's jobs may do: read what was captured, what became of it and the baselines; report; explain. */
export class MonitoringAccess extends Construct {
  public readonly role: ServiceRole;
  /** Where they report. */
  public readonly reports: LakeZone;
  /** Where they read what Clarify is told about explaining. */
  public readonly explainability: LakeZone;

  public constructor(scope: Construct, id: string, { key, storage, models }: MonitoringAccessProps) {
    super(scope, id);
    this.role = new ServiceRole(this, 'Role', 'sagemaker.amazonaws.com', 'Runs the jobs of SageMaker Model Monitor');
    storage.captured.grantRead(this.role);
    storage.groundTruth.grantRead(this.role);
    models.grantRead(this.role);
    this.explainability = storage.monitoring.folder('explainability');
    this.explainability.grantRead(this.role);
    // Reads too: predictions merged with their outcomes stand beside the reports.
    this.reports = storage.monitoring.folder('model-monitor');
    this.reports.grantRead(this.role);
    this.reports.grantWrite(this.role);
    grantVolumes(key, this.role);
    grantContainer(this.role, [ANALYZER, CLARIFY]);
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['cloudwatch:PutMetricData'],
        resources: ['*'],
        conditions: { StringLike: { 'cloudwatch:namespace': 'aws/sagemaker/Endpoints/*' } },
      }),
    );
    this.grantShadowEndpoint();
  }

  /** Explaining asks the model about made-up rows, at an endpoint that Clarify makes for the job and deletes after it. */
  private grantShadowEndpoint(): void {
    const prefix = shadowEndpointPrefix(this);
    const [endpoints, endpointConfigs, models] = [
      ['endpoint', `${prefix}-*`],
      ['endpoint-config', `${prefix}-*`],
      // CloudFormation names the model in service.
      ['model', '*'],
    ].map(([resource = '', resourceName]) =>
      Stack.of(this).formatArn({ service: 'sagemaker', resource, resourceName }),
    ) as [string, string, string];
    const allowed: Record<string, string[]> = {
      DescribeModel: [models],
      CreateEndpointConfig: [endpointConfigs],
      DescribeEndpointConfig: [endpointConfigs],
      DeleteEndpointConfig: [endpointConfigs],
      CreateEndpoint: [endpoints, endpointConfigs],
      DescribeEndpoint: [endpoints],
      InvokeEndpoint: [endpoints],
      DeleteEndpoint: [endpoints],
      AddTags: [endpoints, endpointConfigs],
    };
    for (const [action, resources] of Object.entries(allowed))
      this.role.addToPolicy(new PolicyStatement({ actions: [`sagemaker:${action}`], resources }));
    // The type that the plan of the schedules tells Clarify.
    confineEndpoints(this.role, [PhaseStack.of(this).lifecycle.config.serving.realTime.instanceType]);
  }
}

/** Begins the names of Clarify's endpoints, which its role may touch and no others. */
export function shadowEndpointPrefix(scope: Construct): string {
  return PhaseStack.of(scope).fixedName('clarify');
}

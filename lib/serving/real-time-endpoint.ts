import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnEndpoint, CfnEndpointConfig, CfnModel } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import type { LakeZone } from '../data-lake/lake-zone';
import { PhaseStack } from '../shared/phase-stack';
import { blueGreenDeployment } from './deployment-config';
import { endpointNames, VARIANT } from './endpoint-names';
import { EndpointScaling } from './endpoint-scaling';
import { keepWhenReplaced } from './keep-when-replaced';
import type { RollBackAlarms } from './roll-back-alarms';
import type { ServingState } from './serving-state';

export interface RealTimeEndpointProps {
  readonly state: ServingState;
  readonly role: IRole;
  readonly key: IKey;
  readonly captured: LakeZone;
  readonly alarms: RollBackAlarms;
}

/** Serves the version around the clock, isolated from any network, captured, scaled, and rolled back by alarms. */
export class RealTimeEndpoint extends Construct {
  public constructor(scope: Construct, id: string, props: RealTimeEndpointProps) {
    super(scope, id);
    const { config } = PhaseStack.of(this).lifecycle;
    const model = this.model(props);
    const endpointConfig = this.endpointConfig(model, props);
    const endpoint = new CfnEndpoint(this, 'Endpoint', {
      endpointName: endpointNames(config).realTime,
      endpointConfigName: endpointConfig.attrEndpointConfigName,
      deploymentConfig: blueGreenDeployment({ ...config.serving.realTime, alarmNames: props.alarms.names }),
      // Instances stay as autoscaling has set them; what is captured follows the configuration.
      retainAllVariantProperties: true,
      excludeRetainedVariantProperties: [{ variantPropertyType: 'DataCaptureConfig' }],
    });
    endpoint.node.addDependency(props.alarms);
    new EndpointScaling(this, 'Scaling').node.addDependency(endpoint);
    keepWhenReplaced(model, endpointConfig);
    props.state.whenRealTime(this);
  }

  /** In the container's script mode: the program says in each answer which version gave it. */
  private model({ state, role }: RealTimeEndpointProps): CfnModel {
    return new CfnModel(this, 'Model', {
      executionRoleArn: role.roleArn,
      enableNetworkIsolation: true,
      primaryContainer: {
        modelPackageName: state.version,
        environment: {
          SAGEMAKER_PROGRAM: 'inference.py',
          SAGEMAKER_SUBMIT_DIRECTORY: '/opt/ml/model/code',
          MODEL_VERSION: state.version,
        },
      },
    });
  }

  private endpointConfig(model: CfnModel, { key, captured }: RealTimeEndpointProps): CfnEndpointConfig {
    const { instanceType, instances, capturePercentage } = PhaseStack.of(this).lifecycle.config.serving.realTime;
    return new CfnEndpointConfig(this, 'Config', {
      ...(!hasLocalDisk(instanceType) && { kmsKeyId: key.keyArn }),
      productionVariants: [
        {
          variantName: VARIANT,
          modelName: model.attrModelName,
          instanceType,
          initialInstanceCount: instances,
          initialVariantWeight: 1,
        },
      ],
      dataCaptureConfig: {
        enableCapture: true,
        initialSamplingPercentage: capturePercentage,
        destinationS3Uri: captured.uri,
        kmsKeyId: key.keyArn,
        captureOptions: [{ captureMode: 'Input' }, { captureMode: 'Output' }],
        // Without it everything is captured in base64, which no monitor reads.
        captureContentTypeHeader: {
          csvContentTypes: ['text/csv'],
          jsonContentTypes: ['application/json', 'application/jsonlines'],
        },
      },
    });
  }
}

/** Whether an instance's disk is its own: encrypted by itself, and refused by AWS together with a key of ours. */
export function hasLocalDisk(instanceType: string): boolean {
  const [, family = ''] = instanceType.split('.');
  return /^([a-z]+\d+[a-z]*d[a-z]*|g[56]e?|p5[a-z]*|trn\d[a-z]*)$/.test(family);
}

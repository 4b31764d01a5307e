import type { IRole } from 'aws-cdk-lib/aws-iam';
import { CfnEndpoint, CfnEndpointConfig, CfnModel } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { PhaseStack } from '../shared/phase-stack';
import { endpointNames, VARIANT } from './endpoint-names';
import { keepWhenReplaced } from './keep-when-replaced';
import type { ServingState } from './serving-state';

export interface ServerlessEndpointProps {
  readonly state: ServingState;
  readonly role: IRole;
}

/**
 * Serves the version on demand and costs nothing in between. In the container's algorithm mode: AWS's own samples run no
 * script on serverless, whose containers may write nowhere but to /tmp. No network isolation and no capture: AWS has neither.
 */
export class ServerlessEndpoint extends Construct {
  public constructor(scope: Construct, id: string, { state, role }: ServerlessEndpointProps) {
    super(scope, id);
    const { config } = PhaseStack.of(this).lifecycle;
    const { memoryMegabytes, maximumConcurrency } = config.serving.serverless;
    const model = new CfnModel(this, 'Model', {
      executionRoleArn: role.roleArn,
      primaryContainer: { modelPackageName: state.version },
    });
    const endpointConfig = new CfnEndpointConfig(this, 'Config', {
      productionVariants: [
        {
          variantName: VARIANT,
          modelName: model.attrModelName,
          initialVariantWeight: 1,
          serverlessConfig: { memorySizeInMb: memoryMegabytes, maxConcurrency: maximumConcurrency },
        },
      ],
    });
    new CfnEndpoint(this, 'Endpoint', {
      endpointName: endpointNames(config).serverless,
      endpointConfigName: endpointConfig.attrEndpointConfigName,
    });
    keepWhenReplaced(model, endpointConfig);
    state.whenModel(this);
  }
}

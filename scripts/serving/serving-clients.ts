import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SFNClient } from '@aws-sdk/client-sfn';

export interface ServingClients {
  readonly cloudFormation: CloudFormationClient;
  readonly sageMaker: SageMakerClient;
  readonly stepFunctions: SFNClient;
}

/** Clients for the environment's region, whatever the shell's default is. */
export function servingClients(region: string): ServingClients {
  return {
    cloudFormation: new CloudFormationClient({ region }),
    sageMaker: new SageMakerClient({ region }),
    stepFunctions: new SFNClient({ region }),
  };
}

import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { GlueClient } from '@aws-sdk/client-glue';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SFNClient } from '@aws-sdk/client-sfn';

export interface AwsClients {
  readonly cloudFormation: CloudFormationClient;
  readonly glue: GlueClient;
  readonly logs: CloudWatchLogsClient;
  readonly s3: S3Client;
  readonly sageMaker: SageMakerClient;
  readonly stepFunctions: SFNClient;
}

/** Clients for the environment's region, whatever the shell's default is; patient, because deleting is many small calls. */
export function awsClients(region: string): AwsClients {
  const settings = { region, maxAttempts: 6, retryMode: 'adaptive' };
  return {
    cloudFormation: new CloudFormationClient(settings),
    glue: new GlueClient(settings),
    logs: new CloudWatchLogsClient(settings),
    s3: new S3Client(settings),
    sageMaker: new SageMakerClient(settings),
    stepFunctions: new SFNClient(settings),
  };
}

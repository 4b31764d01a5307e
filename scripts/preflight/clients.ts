import { AccountClient } from '@aws-sdk/client-account';
import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { BudgetsClient } from '@aws-sdk/client-budgets';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { CostExplorerClient } from '@aws-sdk/client-cost-explorer';
import { GlueClient } from '@aws-sdk/client-glue';
import { IAMClient } from '@aws-sdk/client-iam';
import { LakeFormationClient } from '@aws-sdk/client-lakeformation';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';

export interface Clients {
  readonly account: AccountClient;
  readonly apiGateway: APIGatewayClient;
  readonly budgets: BudgetsClient;
  readonly cloudFormation: CloudFormationClient;
  readonly cloudWatch: CloudWatchClient;
  readonly costExplorer: CostExplorerClient;
  readonly glue: GlueClient;
  readonly iam: IAMClient;
  readonly lakeFormation: LakeFormationClient;
  readonly lambda: LambdaClient;
  readonly logs: CloudWatchLogsClient;
  readonly organizations: OrganizationsClient;
  readonly quotas: ServiceQuotasClient;
  readonly s3: S3Client;
  readonly sageMaker: SageMakerClient;
  readonly ssm: SSMClient;
  readonly sts: STSClient;
}

/** Clients for one region; what the whole account shares answers in the home region of the partition. Patient with throttling. */
export function clientsFor(region: string): Clients {
  const here = { region, maxAttempts: 6, retryMode: 'adaptive' };
  const home = { ...here, region: region.startsWith('cn-') ? 'cn-northwest-1' : 'us-east-1' };
  return {
    account: new AccountClient(home),
    apiGateway: new APIGatewayClient(here),
    budgets: new BudgetsClient(home),
    cloudFormation: new CloudFormationClient(here),
    cloudWatch: new CloudWatchClient(here),
    costExplorer: new CostExplorerClient(home),
    glue: new GlueClient(here),
    iam: new IAMClient(home),
    lakeFormation: new LakeFormationClient(here),
    lambda: new LambdaClient(here),
    logs: new CloudWatchLogsClient(here),
    organizations: new OrganizationsClient(home),
    quotas: new ServiceQuotasClient(here),
    // The emulator's buckets have no host name of their own; AWS takes both forms.
    s3: new S3Client({ ...here, forcePathStyle: true }),
    sageMaker: new SageMakerClient(here),
    ssm: new SSMClient(here),
    sts: new STSClient(here),
  };
}

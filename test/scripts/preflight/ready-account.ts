import { AccountClient, GetRegionOptStatusCommand } from '@aws-sdk/client-account';
import { APIGatewayClient, GetAccountCommand } from '@aws-sdk/client-api-gateway';
import { BudgetsClient, DescribeBudgetsCommand } from '@aws-sdk/client-budgets';
import {
  CloudFormationClient,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  DescribeTypeCommand,
} from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CostExplorerClient, ListCostAllocationTagsCommand } from '@aws-sdk/client-cost-explorer';
import { GetDatabaseCommand, GlueClient } from '@aws-sdk/client-glue';
import {
  GetAccountSummaryCommand,
  GetRoleCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { GetDataLakeSettingsCommand, LakeFormationClient } from '@aws-sdk/client-lakeformation';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DescribeOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { ListMonitoringSchedulesCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { ListServiceQuotasCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { bootstrapsOf } from '../../../scripts/preflight/bootstrap-version';
import { clientsFor } from '../../../scripts/preflight/clients';
import { tagKeysOf } from '../../../scripts/preflight/cost-tags-active';
import type { Place } from '../../../scripts/preflight/question';
import { quotaNeeds } from '../../../scripts/preflight/quota-needs';
import { ASSEMBLIES } from '../../proof/broken';

export const ACCOUNT = '111122223333';
const REGION = 'us-east-1';

const EVERYBODY = [
  { Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL' as const] },
];

/** An error as the SDK throws it: its name is the service's code. */
export function failure(name: string, message = 'User: arn:aws:iam::111122223333:user/ana is not authorized'): Error {
  return Object.assign(new Error(message), { name });
}

/**
 * An account that is ready for the sandbox and in which nothing is deployed, with the answers that the services' API
 * references show; a test spoils one of them. All clients of the process are answered by it until it is restored.
 */
export function readyAccount() {
  const account = {
    account: mockClient(AccountClient),
    apiGateway: mockClient(APIGatewayClient),
    budgets: mockClient(BudgetsClient),
    cloudFormation: mockClient(CloudFormationClient),
    cloudWatch: mockClient(CloudWatchClient),
    costExplorer: mockClient(CostExplorerClient),
    glue: mockClient(GlueClient),
    iam: mockClient(IAMClient),
    lakeFormation: mockClient(LakeFormationClient),
    lambda: mockClient(LambdaClient),
    logs: mockClient(CloudWatchLogsClient),
    organizations: mockClient(OrganizationsClient),
    quotas: mockClient(ServiceQuotasClient),
    s3: mockClient(S3Client),
    sageMaker: mockClient(SageMakerClient),
    ssm: mockClient(SSMClient),
  };
  const { sandbox } = ASSEMBLIES;
  const [bootstrap] = bootstrapsOf(sandbox.folder);
  account.account.on(GetRegionOptStatusCommand).resolves({ RegionName: REGION, RegionOptStatus: 'ENABLED_BY_DEFAULT' });
  account.apiGateway.on(GetAccountCommand).resolves({ throttleSettings: { burstLimit: 5000, rateLimit: 10000 } });
  account.budgets.on(DescribeBudgetsCommand).resolves({
    Budgets: [{ BudgetName: 'all', BudgetType: 'COST', TimeUnit: 'MONTHLY' }],
  });
  account.cloudFormation.on(DescribeTypeCommand).resolves({ ProvisioningType: 'FULLY_MUTABLE' });
  account.cloudFormation
    .on(DescribeStacksCommand)
    .rejects(failure('ValidationError', 'Stack with id x does not exist'))
    .on(DescribeStackResourcesCommand)
    .rejects(failure('ValidationError', 'Stack with id x does not exist'));
  account.cloudWatch.on(DescribeAlarmsCommand).resolves({ MetricAlarms: [], CompositeAlarms: [] });
  account.costExplorer.on(ListCostAllocationTagsCommand).resolves({
    CostAllocationTags: tagKeysOf(sandbox).map((TagKey) => ({ TagKey, Type: 'UserDefined', Status: 'Active' })),
  });
  account.glue.on(GetDatabaseCommand).rejects(failure('EntityNotFoundException', 'Database x not found.'));
  account.iam
    .on(GetAccountSummaryCommand)
    .resolves({ SummaryMap: { Roles: 40, RolesQuota: 1000 } })
    .on(GetRoleCommand)
    .resolves({})
    .on(ListAttachedRolePoliciesCommand)
    .resolves({ AttachedPolicies: [{ PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }] })
    .on(SimulatePrincipalPolicyCommand)
    .callsFake(({ ActionNames }: { ActionNames: string[] }) => ({
      EvaluationResults: ActionNames.map((EvalActionName) => ({ EvalActionName, EvalDecision: 'allowed' })),
    }));
  account.lakeFormation.on(GetDataLakeSettingsCommand).resolves({
    DataLakeSettings: {
      DataLakeAdmins: [],
      CreateDatabaseDefaultPermissions: EVERYBODY,
      CreateTableDefaultPermissions: EVERYBODY,
    },
  });
  account.lambda.on(GetAccountSettingsCommand).resolves({ AccountLimit: { UnreservedConcurrentExecutions: 1000 } });
  account.logs.on(DescribeLogGroupsCommand).resolves({ logGroups: [] });
  account.organizations
    .on(DescribeOrganizationCommand)
    .rejects(failure('AWSOrganizationsNotInUseException', "Your account isn't a member of an organization."));
  account.quotas.on(ListServiceQuotasCommand).callsFake(({ ServiceCode }: { ServiceCode: string }) => ({
    Quotas: quotaNeeds(sandbox)
      .filter(({ service }) => service === ServiceCode)
      .map(({ quota, wanted }, index) => ({ ServiceCode, QuotaName: quota, QuotaCode: `L-${index}`, Value: wanted })),
  }));
  account.s3.on(HeadBucketCommand).rejects(failure('NotFound', 'UnknownError'));
  account.sageMaker
    .onAnyCommand()
    .rejects(failure('ValidationException', 'Could not find what was asked for'))
    .on(ListMonitoringSchedulesCommand)
    .resolves({ MonitoringScheduleSummaries: [monitoringSchedule] });
  account.ssm
    .on(GetParameterCommand)
    .resolves({ Parameter: { Name: bootstrap?.parameter, Value: String(bootstrap?.least) } });
  return account;
}

const monitoringSchedule = {
  MonitoringScheduleName: 'of-somebody',
  MonitoringScheduleArn: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:monitoring-schedule/of-somebody`,
  MonitoringScheduleStatus: 'Scheduled' as const,
  CreationTime: new Date(0),
  LastModifiedTime: new Date(0),
};

/** Where the sandbox would go. */
export function place(): Place {
  const clients = clientsFor(REGION);
  return { account: ACCOUNT, partition: 'aws', region: REGION, assembly: ASSEMBLIES.sandbox, clients };
}

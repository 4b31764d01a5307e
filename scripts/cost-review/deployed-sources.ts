import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { GetFunctionConfigurationCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { ENVIRONMENT } from '../../lambda/governance/review-cost/environment';
import type { Sources } from '../../lambda/governance/review-cost/review-cost';
import { sourcesOf } from '../../lambda/governance/review-cost/sources-of';
import { readEnvironment } from '../../lambda/shared/environment';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { stackName } from '../../lib/config/stacks';
import { onlyResource } from '../shared/only-resource';

/** Where the deployed cost review looks: by hand the same bill and the same logs are asked. */
export async function deployedSources(
  config: EnvironmentConfig,
  { cloudFormation, lambda }: { readonly cloudFormation: CloudFormationClient; readonly lambda: LambdaClient },
): Promise<Sources> {
  const stack = stackName(config, 'governance');
  const FunctionName = await onlyResource(cloudFormation, stack, 'AWS::Lambda::Function', /^CostReview/);
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  return sourcesOf(readEnvironment(ENVIRONMENT, Environment?.Variables ?? {}));
}

import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { type PublishedImage, XGBOOST } from '../config/container-images';
import { PhaseStack } from './phase-stack';

/** Lets `role` run images of AWS's, by default XGBoost's: pull them, write logs, publish metrics; nothing of ours. */
export function grantContainer(role: Role, images: readonly PublishedImage[] = [XGBOOST]): void {
  const { region } = PhaseStack.of(role).lifecycle.config;
  const arn = Stack.of(role).formatArn.bind(Stack.of(role));
  role.addToPolicy(
    new PolicyStatement({
      actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      resources: images.map(({ accounts, repository }) =>
        arn({ service: 'ecr', account: accounts[region] ?? '', resource: 'repository', resourceName: repository }),
      ),
    }),
  );
  // A token for the registry as a whole; IAM knows no resource for it.
  role.addToPolicy(new PolicyStatement({ actions: ['ecr:GetAuthorizationToken'], resources: ['*'] }));
  role.addToPolicy(
    new PolicyStatement({
      actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      resources: [arn({ service: 'logs', resource: 'log-group:/aws/sagemaker/*' })],
    }),
  );
  role.addToPolicy(
    new PolicyStatement({
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      conditions: { StringLike: { 'cloudwatch:namespace': '/aws/sagemaker/*' } },
    }),
  );
}

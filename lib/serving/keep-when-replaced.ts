import { CfnDeletionPolicy, type CfnResource } from 'aws-cdk-lib';

/**
 * A replaced model or configuration stays until `apply-serving-state` has seen its successor serve: SageMaker can go back
 * to the former one by itself, and a stack that had deleted it could never update the endpoint again.
 */
export function keepWhenReplaced(...resources: CfnResource[]): void {
  for (const { cfnOptions } of resources) {
    cfnOptions.deletionPolicy = CfnDeletionPolicy.DELETE;
    cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
  }
}

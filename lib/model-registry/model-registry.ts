import { CustomResource, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Effect, Grant, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnModelPackageGroup } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import type { Environment } from '../../lambda/model-registry/empty-registry/environment';
import { LambdaFunction } from '../shared/lambda-function';
import { PhaseStack } from '../shared/phase-stack';

/** Keeps every trained version of the model; training adds versions, approving them stays with people. */
export class ModelRegistry extends Construct {
  public readonly groupName: string;
  private readonly group: CfnModelPackageGroup;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const stack = PhaseStack.of(this);
    const { dataset, config } = stack.lifecycle;
    this.groupName = stack.fixedName(dataset.name);
    this.group = new CfnModelPackageGroup(this, 'Versions', {
      modelPackageGroupName: this.groupName,
      // A changed description replaces the group, whose name is fixed: this sentence stays as it is.
      modelPackageGroupDescription: 'Versions of one model; each waits for approval by a person',
    });
    this.group.applyRemovalPolicy(config.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    if (!config.retainData) this.emptyOnDelete();
  }

  /** Lets `grantee` add versions that wait for approval, and denies it to approve any. */
  public grantRegister(grantee: IGrantable): Grant {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        actions: ['sagemaker:CreateModelPackage', 'sagemaker:UpdateModelPackage'],
        resources: ['*'],
        conditions: { StringEquals: { 'sagemaker:ModelApprovalStatus': 'Approved' } },
      }),
    );
    return Grant.addToPrincipal({
      grantee,
      actions: [
        'sagemaker:CreateModelPackage',
        'sagemaker:DescribeModelPackage',
        'sagemaker:DescribeModelPackageGroup',
      ],
      resourceArns: [this.group.attrModelPackageGroupArn, this.versionArns],
    });
  }

  /** Lets `grantee` see which versions there are. */
  public grantList(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions: ['sagemaker:ListModelPackages'],
      resourceArns: [this.versionArns],
    });
  }

  /** Lets `grantee` read what the registry holds about a version. */
  public grantDescribe(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions: ['sagemaker:DescribeModelPackage'],
      resourceArns: [this.versionArns],
    });
  }

  private get versionArns(): string {
    return Stack.of(this).formatArn({
      service: 'sagemaker',
      resource: 'model-package',
      resourceName: `${this.groupName}/*`,
    });
  }

  /** SageMaker refuses to delete a group that holds versions. */
  private emptyOnDelete(): void {
    const emptyRegistry = new LambdaFunction(this, 'EmptyRegistry', {
      handler: 'model-registry/empty-registry',
      description: 'Deletes all versions before their group is deleted',
      environment: { MODEL_PACKAGE_GROUP_NAME: this.groupName } satisfies Environment,
      timeout: Duration.minutes(5),
    });
    this.grantList(emptyRegistry);
    emptyRegistry.addToRolePolicy(
      new PolicyStatement({ actions: ['sagemaker:DeleteModelPackage'], resources: [this.versionArns] }),
    );
    const emptied = new CustomResource(this, 'EmptiedOnDelete', {
      serviceToken: emptyRegistry.functionArn,
      resourceType: 'Custom::EmptiedModelPackageGroup',
    });
    emptied.node.addDependency(this.group, emptyRegistry);
  }
}

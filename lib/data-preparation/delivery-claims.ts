import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { JsonPath } from 'aws-cdk-lib/aws-stepfunctions';
import { DynamoAttributeValue, DynamoDeleteItem, DynamoPutItem } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { PhaseStack } from '../shared/phase-stack';

/** Error of a claim that another run already holds. */
export const ALREADY_CLAIMED = 'DynamoDB.ConditionalCheckFailedException';

/** Makes sure that one version of a marker is prepared once: events may be delivered more than once. */
export class DeliveryClaims extends Construct {
  private readonly table: TableV2;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const { retainData } = PhaseStack.of(this).lifecycle.config;
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: 'delivery', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: retainData },
      removalPolicy: retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  /** The state that claims `delivery`; fails with `ALREADY_CLAIMED` when it is taken. */
  public claim(scope: Construct, id: string, delivery: string): DynamoPutItem {
    return new DynamoPutItem(scope, id, {
      table: this.table,
      item: {
        delivery: DynamoAttributeValue.fromString(delivery),
        execution: DynamoAttributeValue.fromString(JsonPath.executionName),
      },
      conditionExpression: 'attribute_not_exists(delivery)',
      resultPath: JsonPath.DISCARD,
    });
  }

  /** The state that frees `delivery`, so that the same marker can be prepared again. */
  public release(scope: Construct, id: string, delivery: string): DynamoDeleteItem {
    const release = new DynamoDeleteItem(scope, id, {
      table: this.table,
      key: { delivery: DynamoAttributeValue.fromString(delivery) },
      resultPath: JsonPath.DISCARD,
    });
    // A delivery that stays claimed is never prepared, so one throttled call must not decide it.
    release.addRetry({ interval: Duration.seconds(5), maxAttempts: 3, backoffRate: 3 });
    return release;
  }
}

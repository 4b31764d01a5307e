import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { JsonPath } from 'aws-cdk-lib/aws-stepfunctions';
import { DynamoAttributeValue, DynamoDeleteItem, DynamoPutItem } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { OURS, OURS_MEANS, retryWrite, THIS_RUN } from '../shared/items-of-a-run';
import { PhaseStack } from '../shared/phase-stack';

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

  /** The state that claims `delivery`; fails with `NOT_OURS` when another run has it. */
  public claim(scope: Construct, id: string, delivery: string): DynamoPutItem {
    const claim = new DynamoPutItem(scope, id, {
      table: this.table,
      item: { delivery: DynamoAttributeValue.fromString(delivery), execution: THIS_RUN },
      // A claim whose answer was lost is made again, and must not pass for another run's.
      conditionExpression: `attribute_not_exists(delivery) OR ${OURS}`,
      ...OURS_MEANS,
      resultPath: JsonPath.DISCARD,
    });
    return retryWrite(claim);
  }

  /** The state that frees `delivery`, so that the same marker can be prepared again; fails with `NOT_OURS` when this run has not claimed it. */
  public release(scope: Construct, id: string, delivery: string): DynamoDeleteItem {
    const release = new DynamoDeleteItem(scope, id, {
      table: this.table,
      key: { delivery: DynamoAttributeValue.fromString(delivery) },
      conditionExpression: OURS,
      ...OURS_MEANS,
      resultPath: JsonPath.DISCARD,
    });
    // A delivery that stays claimed is never prepared.
    return retryWrite(release);
  }
}

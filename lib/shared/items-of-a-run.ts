import { Duration } from 'aws-cdk-lib';
import { Errors, JsonPath } from 'aws-cdk-lib/aws-stepfunctions';
import { DynamoAttributeValue, type DynamoDeleteItem, type DynamoPutItem } from 'aws-cdk-lib/aws-stepfunctions-tasks';

/** Error of a write whose condition does not hold. */
export const NOT_OURS = 'DynamoDB.ConditionalCheckFailedException';

/** An item's attribute `execution`: the run that wrote it. */
export const THIS_RUN = DynamoAttributeValue.fromString(JsonPath.executionName);

/** Of an item that this run has written itself. */
export const OURS = '#execution = :execution';

/** What stands for the names in `OURS`. */
export const OURS_MEANS = {
  expressionAttributeNames: { '#execution': 'execution' },
  expressionAttributeValues: { ':execution': THIS_RUN },
};

/** Tries a throttled write again for a minute, but not one whose condition does not hold. */
export function retryWrite<Write extends DynamoPutItem | DynamoDeleteItem>(write: Write): Write {
  write.addRetry({ errors: [NOT_OURS], maxAttempts: 0 });
  write.addRetry({ errors: [Errors.TASKS_FAILED], interval: Duration.seconds(2), maxAttempts: 5, backoffRate: 2 });
  return write;
}

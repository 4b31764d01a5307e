import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { TrainingRun } from './decide-training';

/** Remembers a pipeline's last start, one item a pipeline; a conditional write makes it the lock as well. */
export class TrainingStarts {
  public constructor(
    private readonly dynamoDb: DynamoDBClient,
    private readonly tableName: string,
  ) {}

  /** The last start that was claimed; without `executionArn` when the claimer never got to hear of its success. */
  public async last(pipelineName: string): Promise<TrainingRun | undefined> {
    const { Item } = await this.dynamoDb.send(
      new GetItemCommand({ TableName: this.tableName, Key: keyOf(pipelineName), ConsistentRead: true }),
    );
    return Item && fromItem(Item);
  }

  /** Makes `run` the last start, unless somebody else made another one since `last` was read. */
  public async claim(run: TrainingRun, last: TrainingRun | undefined): Promise<boolean> {
    const condition = last
      ? { ConditionExpression: '#token = :last', ...TOKEN, ExpressionAttributeValues: { ':last': { S: last.token } } }
      : { ConditionExpression: 'attribute_not_exists(pipeline)' };
    try {
      await this.dynamoDb.send(new PutItemCommand({ TableName: this.tableName, Item: toItem(run), ...condition }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  /** Notes which execution a claimed start has become. */
  public async confirm({ pipelineName, token }: TrainingRun, executionArn: string): Promise<void> {
    await this.dynamoDb.send(
      new UpdateItemCommand({
        TableName: this.tableName,
        Key: keyOf(pipelineName),
        UpdateExpression: 'SET executionArn = :arn',
        ConditionExpression: '#token = :token',
        ...TOKEN,
        ExpressionAttributeValues: { ':arn': { S: executionArn }, ':token': { S: token } },
      }),
    );
  }
}

/** `token` is a reserved word of DynamoDB's expressions. */
const TOKEN = { ExpressionAttributeNames: { '#token': 'token' } };
const keyOf = (pipelineName: string) => ({ pipeline: { S: pipelineName } });

function toItem(run: TrainingRun): Record<string, AttributeValue> {
  return {
    ...keyOf(run.pipelineName),
    eventTime: { S: run.eventTime },
    cause: { S: run.cause },
    datasets: { S: run.datasets },
    datasetsHash: { S: run.datasetsHash },
    labels: { N: String(run.labels) },
    labelsBefore: { N: String(run.labelsBefore) },
    attempt: { N: String(run.attempt) },
    token: { S: run.token },
  };
}

function fromItem(item: Record<string, AttributeValue>): TrainingRun {
  const text = (name: string) => {
    const value = item[name]?.S ?? item[name]?.N;
    if (value === undefined) throw new Error(`the last start of ${item.pipeline?.S} has no ${name}`);
    return value;
  };
  return {
    pipelineName: text('pipeline'),
    eventTime: text('eventTime'),
    cause: text('cause'),
    datasets: text('datasets'),
    datasetsHash: text('datasetsHash'),
    labels: Number(text('labels')),
    labelsBefore: Number(text('labelsBefore')),
    attempt: Number(text('attempt')),
    token: text('token'),
    executionArn: item.executionArn?.S,
  };
}

import { DeleteItemCommand, type DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';

/** Remembers which versions failed to serve, so that neither a copy of an event nor a way back tries one again. */
export class FailedVersions {
  public constructor(
    private readonly dynamoDb: DynamoDBClient,
    private readonly tableName: string,
  ) {}

  /** When each failed, in ISO 8601, by ARN; few enough for one page. */
  public async all(): Promise<ReadonlyMap<string, string>> {
    const command = new ScanCommand({ TableName: this.tableName, ConsistentRead: true });
    const { Items = [] } = await this.dynamoDb.send(command);
    return new Map(Items.map(({ version, failedAt }) => [version?.S ?? '', failedAt?.S ?? '']));
  }

  public async remember(version: string, failedAt: string): Promise<void> {
    const Item = { version: { S: version }, failedAt: { S: failedAt } };
    await this.dynamoDb.send(new PutItemCommand({ TableName: this.tableName, Item }));
  }

  public async forget(version: string): Promise<void> {
    await this.dynamoDb.send(new DeleteItemCommand({ TableName: this.tableName, Key: { version: { S: version } } }));
  }
}

/**
 * Actions that IAM asks about although the code names no operation of that name: what Lambda does itself (logs, traces,
 * network, event sources, failure destinations), what goes with another call (keys, roles, tags), and S3, whose grants CDK
 * makes of patterns. Source: service authorization reference; Lambda developer guide, "Execution role".
 */
export const NOT_CALLED_BY_NAME =
  /^(logs|kms|xray|ec2|s3|s3express|sqs|sns):|^(iam:PassRole|sagemaker:(AddTags|ListTags)|lambda:InvokeFunction|events:PutEvents)$|^(kinesis|dynamodb):(Get(Records|ShardIterator)|Describe(Stream|StreamSummary)|List(Streams|Shards)|SubscribeToShard)$/;

/** Actions that IAM may ask about beside the operation's own. Source: "BatchWriteRecord" in the SageMaker API reference. */
export const ALONG_WITH: Readonly<Record<string, readonly string[]>> = { BatchWriteRecord: ['PutRecord'] };

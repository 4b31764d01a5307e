/**
 * Sources that there are besides those of `events.ts`. The EventBridge reference has a chapter for each service ("AWS service
 * events"); only that of AWS Budgets was looked up, which says that it sends through CloudTrail alone. The others were not
 * compared, and a source that is missing here is reported as none.
 */
export const OTHER_SOURCES: readonly string[] =
  'aws.acm aws.apigateway aws.appflow aws.athena aws.autoscaling aws.backup aws.batch aws.bedrock aws.budgets aws.codebuild aws.codecommit aws.codedeploy aws.codepipeline aws.config aws.databrew aws.datasync aws.dms aws.dynamodb aws.ec2 aws.ecs aws.eks aws.elasticloadbalancing aws.emr aws.emr-serverless aws.guardduty aws.iam aws.inspector2 aws.kms aws.lambda aws.macie aws.rds aws.redshift aws.redshift-data aws.scheduler aws.secretsmanager aws.securityhub aws.signin aws.sns aws.sqs aws.ssm aws.sts aws.tag aws.trustedadvisor aws.workspaces'.split(
    ' ',
  );

/** Each service sends this too, when a trail records (EventBridge user guide, "AWS service events delivered via AWS CloudTrail"). */
export const API_CALL = 'AWS API Call via CloudTrail';
export const API_CALL_FIELDS =
  'eventVersion userIdentity eventTime eventSource eventName awsRegion sourceIPAddress userAgent errorCode errorMessage requestParameters responseElements requestID eventID readOnly eventType managementEvent recipientAccountId eventCategory additionalEventData resources'.split(
    ' ',
  );

/** What every event has around its detail. */
export const ENVELOPE = ['version', 'id', 'detail-type', 'source', 'account', 'time', 'region', 'resources', 'detail'];

/**
 * Filters of a pattern, by the kind of value they can meet. Source: "Comparison operators for use in event patterns", EventBridge
 * user guide: all of them meet leaves only, but `anything-but`.
 */
export const FILTERS: Readonly<Record<string, readonly string[]>> = {
  prefix: ['string'],
  suffix: ['string'],
  wildcard: ['string'],
  'equals-ignore-case': ['string'],
  'anything-but': ['string', 'number', 'object'],
  numeric: ['number'],
  cidr: ['string'],
  exists: ['string', 'number', 'boolean', 'undefined'],
};

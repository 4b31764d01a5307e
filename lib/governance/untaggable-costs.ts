/** A kind of cost that comes without tags, as the bill names it. */
export interface UntaggableCost {
  readonly what: string;
  /** Why no tag of ours reaches it. */
  readonly reason: string;
  /** What causes it in the templates, if that is a type with a price of its own. */
  readonly type?: string;
  readonly bill:
    | {
        readonly serviceCode: string /** Ends of usage types, whose beginning is a region's. @default - all */;
        readonly usageTypes?: readonly string[];
      }
    | { readonly recordType: string };
}

/**
 * What the bill holds beside the tagged resources; rules by tag stand before it, so that only the untagged rest of a
 * service is meant. Names as in the price list and in the Cost and Usage Report.
 */
export const UNTAGGABLE_COSTS: readonly UntaggableCost[] = [
  {
    what: 'requests to the Glue Data Catalog, and its objects',
    reason: 'databases, tables and partitions take no tags',
    bill: { serviceCode: 'AWSGlue', usageTypes: ['Catalog-Request', 'Catalog-Storage'] },
  },
  {
    what: 'custom metrics, and requests to CloudWatch',
    reason: 'a metric is made by PutMetricData and is no resource',
    bill: { serviceCode: 'AmazonCloudWatch', usageTypes: ['CW:MetricMonitorUsage', 'CW:Requests'] },
  },
  {
    what: 'alarms of autoscaling',
    reason: 'a scaling policy takes no tags, and the alarms that it makes have none',
    type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
    bill: { serviceCode: 'AmazonCloudWatch', usageTypes: ['CW:AlarmMonitorUsage'] },
  },
  {
    what: 'logs of jobs and endpoints',
    reason: 'Glue and SageMaker make their log groups themselves, without tags',
    bill: { serviceCode: 'AmazonCloudWatch', usageTypes: ['DataProcessing-Bytes', 'TimedStorage-ByteHrs'] },
  },
  {
    what: 'invocations of EventBridge Scheduler, and events',
    reason: 'schedules and the default bus take no tags; only schedule groups do, which cost nothing',
    bill: { serviceCode: 'AWSEvents' },
  },
  {
    what: 'traces',
    reason: 'X-Ray keeps them for the account',
    bill: { serviceCode: 'AWSXRay' },
  },
  {
    what: 'data transfer',
    reason: 'what leaves a region is billed to the account as a whole',
    bill: { serviceCode: 'AWSDataTransfer' },
  },
  {
    what: 'requests to Cost Explorer',
    reason: 'the cost review’s own requests are no resource',
    bill: { serviceCode: 'AWSCostExplorer' },
  },
  { what: 'tax', reason: 'it is laid on the bill and on no resource', bill: { recordType: 'Tax' } },
];

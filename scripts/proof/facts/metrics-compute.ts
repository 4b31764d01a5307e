import { type Facts, of } from './metrics-shape';

const FUNCTION = [['FunctionName'], ['FunctionName', 'Resource'], ['FunctionName', 'Resource', 'ExecutedVersion'], []];
const MACHINE = [['StateMachineArn'], ['StateMachineArn', 'Version'], ['StateMachineArn', 'Alias'], []];
const ACTIVITY = [['ActivityArn'], []];
const RUN = [['JobName', 'JobRunId', 'Type']];

/**
 * Sources, as stored in 2026: "Types of metrics for Lambda functions" and "Viewing metrics for Lambda functions", Lambda guide
 * (which names the dimensions one by one; that Resource goes with FunctionName is assumed; event source mappings and managed
 * instances are left out); "Monitoring Step Functions metrics using Amazon CloudWatch", Step Functions guide (without its API and
 * service metrics); "Monitoring AWS Glue using Amazon CloudWatch metrics" and "Monitoring with AWS Glue Observability metrics",
 * Glue guide (without those of single executors, sources and sinks).
 */
export const COMPUTE_METRICS: Readonly<Record<string, Facts>> = {
  'AWS/Lambda': {
    ...of(
      'count',
      'Count',
      FUNCTION,
      'Invocations Errors Throttles DeadLetterErrors DestinationDeliveryFailures AsyncEventsReceived AsyncEventsDropped OversizedRecordCount ProvisionedConcurrencyInvocations ProvisionedConcurrencySpilloverInvocations RecursiveInvocationsDropped SignatureValidationErrors',
    ),
    ...of('time', 'Milliseconds', FUNCTION, 'Duration PostRuntimeExtensionsDuration', { plausible: [1, 900_000] }),
    ...of('time', 'Milliseconds', FUNCTION, 'IteratorAge AsyncEventAge'),
    ...of(
      'level',
      'Count',
      FUNCTION,
      'ConcurrentExecutions ProvisionedConcurrentExecutions ProvisionedConcurrencyUtilization OffsetLag',
    ),
    ...of('level', 'Count', [[]], 'UnreservedConcurrentExecutions ClaimedAccountConcurrency'),
  },
  'AWS/States': {
    ...of(
      'count',
      'Count',
      MACHINE,
      'ExecutionsStarted ExecutionsFailed ExecutionsTimedOut ExecutionsAborted ExecutionsSucceeded ExecutionThrottled ExecutionsRedriven RedrivenExecutionsAborted RedrivenExecutionsTimedOut RedrivenExecutionsSucceeded RedrivenExecutionsFailed',
    ),
    ...of('time', 'Milliseconds', MACHINE, 'ExecutionTime ExpressExecutionBilledDuration'),
    ...of('level', 'Count', MACHINE, 'ExpressExecutionBilledMemory ExpressExecutionMemory'),
    ...of(
      'level',
      'Count',
      [[]],
      'OpenExecutionCount OpenExecutionLimit ApproximateOpenMapRunCount OpenMapRunLimit ApproximateMapRunBacklogSize',
    ),
    ...of('level', 'Count', [['ResourceArn']], 'AliasCount VersionCount'),
    ...of(
      'count',
      'Count',
      ACTIVITY,
      'ActivitiesFailed ActivitiesHeartbeatTimedOut ActivitiesScheduled ActivitiesStarted ActivitiesSucceeded ActivitiesTimedOut',
    ),
    ...of('time', 'Milliseconds', ACTIVITY, 'ActivityRunTime ActivityScheduleTime ActivityTime'),
    ...of(
      'count',
      'Count',
      [['LambdaFunctionArn']],
      'LambdaFunctionsFailed LambdaFunctionsTimedOut LambdaFunctionsStarted LambdaFunctionsSucceeded LambdaFunctionsScheduled',
    ),
    ...of(
      'time',
      'Milliseconds',
      [['LambdaFunctionArn']],
      'LambdaFunctionRunTime LambdaFunctionScheduleTime LambdaFunctionTime',
    ),
    ...of(
      'count',
      'Count',
      [['ServiceIntegrationResourceArn']],
      'ServiceIntegrationsFailed ServiceIntegrationsTimedOut ServiceIntegrationsStarted ServiceIntegrationsSucceeded ServiceIntegrationsScheduled',
    ),
    ...of(
      'time',
      'Milliseconds',
      [['ServiceIntegrationResourceArn']],
      'ServiceIntegrationRunTime ServiceIntegrationScheduleTime ServiceIntegrationTime',
    ),
  },
  Glue: {
    ...of(
      'count',
      'Count',
      RUN,
      'glue.driver.aggregate.numFailedTasks glue.driver.aggregate.numKilledTasks glue.driver.aggregate.numCompletedTasks glue.driver.aggregate.numCompletedStages glue.driver.aggregate.recordsRead',
    ),
    ...of(
      'count',
      'Bytes',
      RUN,
      'glue.driver.aggregate.bytesRead glue.driver.aggregate.shuffleBytesWritten glue.driver.aggregate.shuffleLocalBytesRead glue.driver.s3.filesystem.read_bytes glue.ALL.s3.filesystem.read_bytes glue.driver.s3.filesystem.write_bytes glue.ALL.s3.filesystem.write_bytes',
    ),
    // What passed since the last value: only the sum says how long.
    ...of('count', 'Milliseconds', RUN, 'glue.driver.aggregate.elapsedTime'),
    ...of(
      'level',
      'Count',
      RUN,
      'glue.driver.ExecutorAllocationManager.executors.numberAllExecutors glue.driver.ExecutorAllocationManager.executors.numberMaxNeededExecutors',
    ),
    ...of('level', 'Megabytes', RUN, 'glue.driver.BlockManager.disk.diskSpaceUsed_MB'),
    ...of('level', 'Bytes', RUN, 'glue.driver.jvm.heap.used glue.ALL.jvm.heap.used'),
    // A fraction from 0 to 1, although its unit is Percentage.
    ...of(
      'level',
      'Percent',
      RUN,
      'glue.driver.jvm.heap.usage glue.ALL.jvm.heap.usage glue.driver.system.cpuSystemLoad glue.ALL.system.cpuSystemLoad',
      { plausible: [0.01, 1] },
    ),
    ...of('count', 'Count', [['JobName', 'JobRunId', 'Type', 'ObservabilityGroup']], 'glue.succeed.ALL glue.error.ALL'),
  },
};

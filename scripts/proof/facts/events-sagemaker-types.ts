/**
 * Types of SageMaker of which no sample is written down. Source: "Amazon SageMaker AI events", EventBridge reference, as stored in
 * 2026; `SageMaker Job State Change` is in the SageMaker guide alone.
 */
export const SAGEMAKER_EVENT_TYPES: readonly string[] = [
  'SageMaker Model State Change',
  'SageMaker Job State Change',
  'SageMaker Endpoint Config State Change',
  'SageMaker Notebook Instance State Change',
  'SageMaker Notebook Lifecycle Config State Change',
  'SageMaker Algorithm State Change',
  'SageMaker Image State Change',
  'SageMaker Image Version State Change',
  'SageMaker Model Card State Change',
  'SageMaker Model Card Export Job State Change',
  'SageMaker Monitoring Schedule State Change',
  'SageMaker HyperPod Cluster State Change',
  'SageMaker HyperPod Cluster Node Health Event',
  'SageMaker HyperPod Cluster Event',
  'SageMaker A2I HumanLoop Status Change',
  'SageMaker Human Loop Finished',
  'SageMaker Human Loop Step Execution Finished',
  ...['Accepted', 'Created', 'Declined', 'Expired', 'Returned', 'Submitted'].map(
    (each) => `SageMaker Human Task ${each}`,
  ),
  'SageMaker Ground Truth Labeling Job State Change',
  'SageMaker Ground Truth Labeling Job Task Status Change',
  'SageMaker Evaluation Job Status Change',
  ...[
    ...['Creating', 'Created', 'Create Failed', 'Updating', 'Updated', 'Update Failed', 'Deleting', 'Deleted'],
    ...['Delete Failed', 'Starting', 'Started', 'Start Failed', 'Stopping', 'Stopped', 'Stop Failed'],
    ...['Maintenance In Progress', 'Maintenance Complete', 'Maintenance Failed'],
  ].map((each) => `SageMaker Tracking Server ${each}`),
  'SageMaker MLFlow Tracking Server Creating Run',
  'SageMaker MLFlow Tracking Server Creating RegisteredModel',
  'SageMaker MLFlow Tracking Server Creating ModelVersion',
  'SageMaker MLFlow Tracking Server Transitioning ModelVersion Stage',
  'SageMaker MLFlow Tracking Server Setting Registered Model Alias',
];

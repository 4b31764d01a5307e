/** All types that the stack of schedules may hold, for whoever is to update it and nothing beyond; a test compares. */
export const SCHEDULE_RESOURCE_TYPES: readonly string[] = [
  'AWS::CloudFormation::WaitConditionHandle',
  'AWS::SageMaker::DataQualityJobDefinition',
  'AWS::SageMaker::ModelBiasJobDefinition',
  'AWS::SageMaker::ModelExplainabilityJobDefinition',
  'AWS::SageMaker::ModelQualityJobDefinition',
  'AWS::SageMaker::MonitoringSchedule',
];

/** What EventBridge needs to reach a target, by its type. Source: "Permissions for Amazon EventBridge" in its user guide. */
export const EVENT_TARGETS: Readonly<
  Record<string, { readonly by: 'role' | 'policy' | 'permission'; readonly action: string }>
> = {
  'AWS::Lambda::Function': { by: 'permission', action: 'lambda:InvokeFunction' },
  'AWS::Lambda::Version': { by: 'permission', action: 'lambda:InvokeFunction' },
  'AWS::Lambda::Alias': { by: 'permission', action: 'lambda:InvokeFunction' },
  'AWS::SQS::Queue': { by: 'policy', action: 'sqs:SendMessage' },
  'AWS::SNS::Topic': { by: 'policy', action: 'sns:Publish' },
  'AWS::StepFunctions::StateMachine': { by: 'role', action: 'states:StartExecution' },
  'AWS::SageMaker::Pipeline': { by: 'role', action: 'sagemaker:StartPipelineExecution' },
  'AWS::KinesisFirehose::DeliveryStream': { by: 'role', action: 'firehose:PutRecord' },
  'AWS::Kinesis::Stream': { by: 'role', action: 'kinesis:PutRecord' },
  'AWS::Events::EventBus': { by: 'role', action: 'events:PutEvents' },
  'AWS::ECS::Cluster': { by: 'role', action: 'ecs:RunTask' },
  'AWS::Batch::JobQueue': { by: 'role', action: 'batch:SubmitJob' },
  'AWS::CodeBuild::Project': { by: 'role', action: 'codebuild:StartBuild' },
  'AWS::CodePipeline::Pipeline': { by: 'role', action: 'codepipeline:StartPipelineExecution' },
  'AWS::Glue::Workflow': { by: 'role', action: 'glue:NotifyEvent' },
};

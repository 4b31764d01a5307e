/**
 * The resource that a dimension names, and how a template has to name it: by what `Ref` and `Fn::GetAtt` give, CloudFormation template
 * reference (an endpoint, a queue and a topic have no `Ref` that is a name).
 */
export const NAMED: Readonly<Record<string, { readonly types: RegExp; readonly attributes: readonly string[] }>> = {
  'AWS/SQS QueueName': { types: /^AWS::SQS::Queue$/, attributes: ['QueueName'] },
  'AWS/SNS TopicName': { types: /^AWS::SNS::Topic$/, attributes: ['TopicName'] },
  'AWS/Lambda FunctionName': { types: /^AWS::Lambda::Function$/, attributes: ['Ref'] },
  'AWS/States StateMachineArn': { types: /^AWS::StepFunctions::StateMachine$/, attributes: ['Ref', 'Arn'] },
  'AWS/SageMaker EndpointName': { types: /^AWS::SageMaker::Endpoint$/, attributes: ['EndpointName'] },
  '/aws/sagemaker/Endpoints EndpointName': { types: /^AWS::SageMaker::Endpoint$/, attributes: ['EndpointName'] },
  'AWS/Sagemaker/ModelBuildingPipeline PipelineName': {
    types: /^AWS::SageMaker::Pipeline$/,
    attributes: ['Ref', 'PipelineName'],
  },
  'AWS/ApiGateway ApiName': { types: /^AWS::ApiGateway::RestApi$/, attributes: ['Name'] },
  'AWS/ApiGateway ApiId': { types: /^AWS::ApiGatewayV2::Api$/, attributes: ['Ref', 'ApiId'] },
  'AWS/ApiGateway Stage': { types: /^AWS::ApiGateway(V2)?::Stage$/, attributes: ['Ref'] },
  'AWS/Events RuleName': { types: /^AWS::Events::Rule$/, attributes: ['Ref'] },
  'AWS/Firehose DeliveryStreamName': { types: /^AWS::KinesisFirehose::DeliveryStream$/, attributes: ['Ref'] },
  'AWS/DynamoDB TableName': { types: /^AWS::DynamoDB::(Global)?Table$/, attributes: ['Ref'] },
  'AWS/S3 BucketName': { types: /^AWS::S3::Bucket$/, attributes: ['Ref'] },
  'AWS/Logs LogGroupName': { types: /^AWS::Logs::LogGroup$/, attributes: ['Ref'] },
  'Glue JobName': { types: /^AWS::Glue::Job$/, attributes: ['Ref'] },
};

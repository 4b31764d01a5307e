import { arn, beside, idOf, type Json } from './finds';

const mapping = (source: (template: Json) => unknown) =>
  beside((template) => ({
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { EventSourceArn: source(template), FunctionName: { Ref: idOf(template, 'AWS::Lambda::Function') } },
  }));

/** Puts a mapping beside a resource that gives a function what is in a queue. */
export const fromQueue = mapping((template) => arn(idOf(template, 'AWS::SQS::Queue')));

/** The same, from a stream of no template. */
export const fromStream = mapping(() => 'arn:aws:kinesis:us-east-1:111111111111:stream/s');

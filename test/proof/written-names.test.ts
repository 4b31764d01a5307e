import { namesExist } from '../../scripts/proof/checks/names-exist';
import { streamPrefixes } from '../../scripts/proof/checks/stream-prefixes';
import { nothingOfOursBreaks, seeded } from './seeded';

const LAMBDA = 'AWS::Lambda::Function';

nothingOfOursBreaks(namesExist, streamPrefixes);

seeded(namesExist, [
  [
    'a written name is the name of something',
    LAMBDA,
    /ServePredictions/,
    (r) => {
      r.Properties.Environment.Variables.REAL_TIME_ENDPOINT += 's';
    },
    /the name of nothing/,
  ],
  [
    'a policy is about what exists',
    'AWS::IAM::Policy',
    /ServePredictionsRole/,
    (r) => {
      r.Properties.PolicyDocument.Statement[0].Resource =
        'arn:aws:sagemaker:us-east-1:111111111111:endpoint/ml-lifecycle-sandbox-realtime';
    },
    /ml-lifecycle-sandbox-realtime/,
  ],
]);

seeded(streamPrefixes, [
  [
    'what a stream writes is read',
    'AWS::KinesisFirehose::DeliveryStream',
    /Intake/,
    (r) => {
      r.Properties.ExtendedS3DestinationConfiguration.Prefix = 'row/churn/ingest_date=!{timestamp:yyyy-MM-dd}/';
    },
    /under row\/churn/,
  ],
]);

import { bundleOf } from '../../scripts/proof/bundle';
import { handlerCode } from '../../scripts/proof/checks/handler-code';
import { handlerEnvironment } from '../../scripts/proof/checks/handler-environment';
import { resourcesOf } from '../../scripts/proof/resources-of';
import { ASSEMBLIES } from './broken';
import type { Json } from './finds';
import { nothingOfOursBreaks } from './seeded';
import { seeded } from './seeded-copy';

const LAMBDA = 'AWS::Lambda::Function';
const variables = (properties: Json): Json => properties.Environment.Variables;

nothingOfOursBreaks(handlerCode, handlerEnvironment);

test('the code of every function is in the assembly', () => {
  for (const assembly of Object.values(ASSEMBLIES))
    for (const lambda of resourcesOf(assembly, LAMBDA))
      expect([lambda.logicalId, bundleOf(lambda, assembly)?.file]).toEqual([lambda.logicalId, expect.any(String)]);
});

seeded(handlerCode, [
  [
    'a handler is a module of the code',
    LAMBDA,
    /DriftLook/,
    (p) => {
      p.Handler = 'main.handler';
    },
    /no such module/,
  ],
  [
    'a module exports the handler',
    LAMBDA,
    /DriftLook/,
    (p) => {
      p.Handler = 'index.main';
    },
    /exports no main/,
  ],
  [
    'the same holds of what the CDK brings',
    LAMBDA,
    /^Custom/,
    (p) => {
      p.Handler = 'index.onEvent';
    },
    /exports no onEvent/,
  ],
  [
    'a runtime is supported',
    LAMBDA,
    /DriftLook/,
    (p) => {
      p.Runtime = 'nodejs20.x';
    },
    /nodejs20\.x, which is not among/,
  ],
  [
    'a runtime speaks the language of the code',
    LAMBDA,
    /DriftLook/,
    (p) => {
      p.Runtime = 'python3.13';
    },
    /index\.mjs and runs on python3\.13/,
  ],
  [
    'an architecture exists',
    LAMBDA,
    /DriftLook/,
    (p) => {
      p.Architectures = ['arm'];
    },
    /runs on arm; expected arm64/,
  ],
]);

seeded(handlerEnvironment, [
  [
    'what a handler reads is set',
    LAMBDA,
    /DriftLook/,
    (p) => {
      delete variables(p).MINIMUM_ROWS;
    },
    /reads MINIMUM_ROWS, which is not set/,
  ],
  [
    'what is set is read',
    LAMBDA,
    /DriftLook/,
    (p) => {
      variables(p).MAXIMUM_ROWS = '1';
    },
    /sets MAXIMUM_ROWS, which its code does not read/,
  ],
  [
    'a handler that reads nothing is told nothing',
    LAMBDA,
    /EvaluateModel/,
    (p) => {
      p.Environment = { Variables: { THRESHOLD: '1' } };
    },
    /sets THRESHOLD/,
  ],
  [
    'a function that runs the code of another is found',
    LAMBDA,
    /DriftLook/,
    (p, all) => {
      p.Code = Object.entries<Json>(all).find(
        ([id]) => /^MonitorsQualityLook/.test(id) && all[id].Type === LAMBDA,
      )?.[1].Properties.Code;
    },
    /reads OUTCOMES_URI, which is not set/,
  ],
  [
    'what is set is not empty',
    LAMBDA,
    /DriftLook/,
    (p) => {
      variables(p).MINIMUM_ROWS = '';
    },
    /counts as missing/,
  ],
  [
    'a limit is a number',
    LAMBDA,
    /DriftLook/,
    (p) => {
      variables(p).MINIMUM_ROWS = 'many';
    },
    /takes for a number/,
  ],
  [
    'a limit is not below 0',
    LAMBDA,
    /StartTraining/,
    (p) => {
      variables(p).COOL_DOWN_HOURS = '-1';
    },
    /takes for a number/,
  ],
  [
    'a stack is deployed',
    LAMBDA,
    /ServePredictions/,
    (p) => {
      variables(p).SERVING_STACK = 'ml-lifecycle-sandbox-serve';
    },
    /the name of no stack/,
  ],
  [
    'an endpoint exists',
    LAMBDA,
    /ServePredictions/,
    (p) => {
      variables(p).REAL_TIME_ENDPOINT = 'ml-lifecycle-sandbox-realtime';
    },
    /expected AWS::SageMaker::Endpoint/,
  ],
  [
    'an endpoint is no stack',
    LAMBDA,
    /ServePredictions/,
    (p) => {
      variables(p).REAL_TIME_ENDPOINT = { Ref: 'ApiLogsOutcomes143236EE' };
    },
    /a AWS::KinesisFirehose::DeliveryStream; expected AWS::SageMaker::Endpoint/,
  ],
  [
    'a table goes by its name',
    LAMBDA,
    /StartTraining/,
    (p) => {
      variables(p).STARTS_TABLE = { 'Fn::GetAtt': ['StartStarts078689DE', 'Arn'] };
    },
    /the arn of StartStarts/,
  ],
  [
    'a bucket is a bucket',
    LAMBDA,
    /MarkDayComplete/,
    (p) => {
      variables(p).RAW_BUCKET = { Ref: 'DeadLettersBBF8BAAB' };
    },
    /expected AWS::S3::Bucket/,
  ],
  [
    'an address in S3 is one',
    LAMBDA,
    /DriftLook/,
    (p) => {
      variables(p).MONITORING_URI = 'monitoring/churn';
    },
    /begins with s3/,
  ],
  [
    'an address in S3 is in a bucket of ours',
    LAMBDA,
    /DriftLook/,
    (p) => {
      variables(p).MONITORING_URI = 's3://monitoring/churn';
    },
    /no template makes/,
  ],
  [
    'an ARN is one',
    LAMBDA,
    /RequestRetraining/,
    (p) => {
      variables(p).PREPARE_DATA_ARN = 'prepare-data';
    },
    /names nothing/,
  ],
  [
    'every alarm of a list exists',
    LAMBDA,
    /DecideServingState/,
    (p) => {
      variables(p).ROLL_BACK_ALARMS += ',ml-lifecycle-sandbox-real-time-cost';
    },
    /names nothing/,
  ],
]);

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleOf } from '../../scripts/proof/bundle';
import type { Check } from '../../scripts/proof/check';
import { dashboards } from '../../scripts/proof/checks/dashboards';
import { handlerCode } from '../../scripts/proof/checks/handler-code';
import { handlerEnvironment } from '../../scripts/proof/checks/handler-environment';
import { ownMetrics } from '../../scripts/proof/checks/own-metrics';
import { stateMachineAnswers } from '../../scripts/proof/checks/state-machine-answers';
import { watchedNames } from '../../scripts/proof/checks/watched-names';
import { AssemblyCopy } from '../../scripts/proof/mutations/assembly-copy';
import { resourcesOf } from '../../scripts/proof/resources-of';
import { ASSEMBLIES } from './broken';

// biome-ignore lint/suspicious/noExplicitAny: a template is whatever it is.
type Json = Record<string, any>;
type Broken = readonly [
  rule: string,
  type: string,
  id: RegExp,
  change: (resource: Json, resources: Json) => void,
  message: RegExp,
];

const CHECKS = [handlerCode, handlerEnvironment, ownMetrics, watchedNames, dashboards, stateMachineAnswers];
const LAMBDA = 'AWS::Lambda::Function';
const ALARM = 'AWS::CloudWatch::Alarm';
const DASHBOARD = 'AWS::CloudWatch::Dashboard';
const MACHINE = 'AWS::StepFunctions::StateMachine';

/** With links to the code of the handlers, which these checks read. */
const copy = new AssemblyCopy(ASSEMBLIES.sandbox.folder);
afterAll(() => copy.remove());

test.each(CHECKS.map((check) => [check.id, check] as const))('nothing of ours breaks the rule of %s', (_, check) => {
  expect(check.find(ASSEMBLIES.sandbox)).toEqual([]);
  expect(check.find(ASSEMBLIES.production)).toEqual([]);
});

test('the code of every function is in the assembly', () => {
  for (const assembly of Object.values(ASSEMBLIES))
    for (const lambda of resourcesOf(assembly, LAMBDA))
      expect([lambda.logicalId, bundleOf(lambda, assembly)?.file]).toEqual([lambda.logicalId, expect.any(String)]);
});

function seeded(check: Check, faults: readonly Broken[]) {
  describe(check.id, () => {
    test.each(faults)('%s', (_, type, id, change, message) => {
      const meant = resourcesOf(ASSEMBLIES.sandbox, type).find(({ logicalId }) => id.test(logicalId));
      if (!meant) throw new Error(`there is no ${type} with an id like ${id}`);
      const { assembly } = copy.change((templates) => {
        const { Resources } = templates[meant.stack.id] as Json;
        change(Resources[meant.logicalId].Properties, Resources);
      });
      expect(check.find(assembly).map((finding) => finding.message)).toContainEqual(expect.stringMatching(message));
    });
  });
}

/** Puts another text into the one that a template puts together. */
function say(properties: Json, name: string, from: string, to: string): void {
  const parts: unknown[] = properties[name]['Fn::Join'][1];
  const place = parts.findIndex((part) => typeof part === 'string' && part.includes(from));
  if (place < 0) throw new Error(`${name} does not say ${from}`);
  parts[place] = (parts[place] as string).replace(from, () => to);
}

const variables = (properties: Json): Json => properties.Environment.Variables;

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

seeded(ownMetrics, [
  [
    'a metric is one that some handler publishes',
    ALARM,
    /DataDrift/,
    (p) => {
      p.MetricName = 'DatasetDrift';
    },
    /which the code of no function publishes/,
  ],
  [
    'a namespace is one that some handler is told',
    ALARM,
    /DataDrift/,
    (p) => {
      p.Namespace = 'ml-lifecycle';
    },
    /a namespace that no function is told/,
  ],
  [
    'a metric has the dimensions with which it is published',
    ALARM,
    /DataDrift/,
    (p) => {
      p.Dimensions = [{ Name: 'Model', Value: 'churn' }];
    },
    /has dimensions/,
  ],
  [
    'a handler may publish',
    'AWS::IAM::Policy',
    /DriftLookRole/,
    (p) => {
      p.PolicyDocument.Statement = p.PolicyDocument.Statement.filter(
        (s: Json) => !JSON.stringify(s).includes('PutMetricData'),
      );
    },
    /does not allow cloudwatch:PutMetricData/,
  ],
  [
    'a handler publishes where the alarm looks',
    LAMBDA,
    /DriftLook/,
    (p) => {
      variables(p).SIGNAL_NAMESPACE = 'ml-lifecycle-production';
    },
    /DataDrift in ml-lifecycle-sandbox, which the code of no function/,
  ],
  [
    'a dashboard draws what is published',
    DASHBOARD,
    /./,
    (p) => say(p, 'DashboardBody', '"NetValue"', '"NetWorth"'),
    /NetWorth/,
  ],
]);

seeded(watchedNames, [
  [
    'an alarm watches an endpoint that exists',
    ALARM,
    /RealTimeErrors/,
    (p) => {
      p.Dimensions[0].Value = 'ml-lifecycle-sandbox-realtime';
    },
    /realtime, which nothing bears/,
  ],
  [
    'an alarm watches a variant that exists',
    ALARM,
    /RealTimeErrors/,
    (p) => {
      p.Dimensions[1].Value = 'AllTraffic';
    },
    /the variant AllTraffic/,
  ],
  [
    'an alarm watches a pipeline that exists',
    ALARM,
    /TrainingFailed/,
    (p) => {
      p.Dimensions[0].Value = 'churn';
    },
    /churn, which nothing bears/,
  ],
  [
    'an alarm watches a queue, no machine',
    ALARM,
    /TrainingDeadLetters/,
    (p) => {
      p.Dimensions[0].Value = {
        'Fn::ImportValue': 'ml-lifecycle-sandbox-prediction:ExportsOutputRefApplyServingStateMachine564EBD845AFF0154',
      };
    },
    /a AWS::StepFunctions::StateMachine; expected AWS::SQS::Queue/,
  ],
  [
    'a dashboard draws an API that exists',
    DASHBOARD,
    /./,
    (p) => say(p, 'DashboardBody', '"ApiName","ml-lifecycle-sandbox-prediction"', '"ApiName","predictions"'),
    /predictions, which nothing bears/,
  ],
]);

seeded(dashboards, [
  ['a body is JSON', DASHBOARD, /./, (p) => say(p, 'DashboardBody', '{"start"', '"start"'), /no JSON object/],
  [
    'a widget is of a type that there is',
    DASHBOARD,
    /./,
    (p) => say(p, 'DashboardBody', '"type":"metric"', '"type":"graph"'),
    /of the type graph/,
  ],
  [
    'a widget stands on the grid',
    DASHBOARD,
    /./,
    (p) => say(p, 'DashboardBody', '"width":8,"height":6,"x":0', '"width":8,"height":6,"x":20'),
    /outside the 24 columns/,
  ],
  [
    'a metric of AWS exists',
    DASHBOARD,
    /./,
    (p) => say(p, 'DashboardBody', '"5XXError"', '"5xxErrors"'),
    /draws 5xxErrors/,
  ],
  [
    'a metric is drawn by its dimensions',
    DASHBOARD,
    /./,
    (p) => say(p, 'DashboardBody', '"PipelineName"', '"Pipeline"'),
    /by Pipeline/,
  ],
  [
    'an alarm is shown by its ARN',
    DASHBOARD,
    /./,
    (p) => {
      p.DashboardBody['Fn::Join'][1][1] = { Ref: 'PredictionsFailedA907C8CA' };
    },
    /by its name; expected its ARN/,
  ],
  [
    'an alarm is shown once',
    DASHBOARD,
    /./,
    (p) => {
      p.DashboardBody['Fn::Join'][1][1] = p.DashboardBody['Fn::Join'][1][3];
    },
    /shows an alarm twice/,
  ],
]);

seeded(stateMachineAnswers, [
  [
    'a choice waits for an answer that is given',
    MACHINE,
    /Park/,
    (p) => say(p, 'DefinitionString', '"StringEquals":"refused"', '"StringEquals":"declined"'),
    /waits for the answer declined/,
  ],
  [
    'a state reads a field that is answered',
    MACHINE,
    /Apply/,
    (p) => say(p, 'DefinitionString', '$.answer.realTime', '$.answer.realTimeOn'),
    /\$\.answer\.realTimeOn, which no function/,
  ],
]);

describe('a bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What is read from code that stands in a file of its own. */
  const given = (name: string, text: string) => {
    const asset = `asset.${name.replaceAll('.', '-')}-${text.length}`;
    mkdirSync(join(folder, asset), { recursive: true });
    writeFileSync(join(folder, asset, name), text);
    const destinations = { here: { objectKey: 'code.zip' } };
    writeFileSync(
      join(folder, 'One.assets.json'),
      JSON.stringify({ files: { a: { source: { path: asset }, destinations } } }),
    );
    const stack = {
      id: 'One',
      name: 'one',
      region: 'us-east-1',
      terminationProtection: false,
      template: {},
      resources: [],
    };
    const Properties = { Handler: 'index.handler', Code: { S3Key: 'code.zip' } };
    return bundleOf({ Type: LAMBDA, Properties, stack, logicalId: 'F', path: '' }, { folder, stacks: [stack] });
  };

  test.each([
    ['index.mjs', 'export const handler=()=>process.env.TABLE'],
    ['index.mjs', 'const h=async()=>process.env["TABLE"];export{h as handler}'],
    ['index.mjs', 'var L=["TABLE"];function r(t,e=process.env){return t.map(n=>e[n])}var x=r(L);export{x as handler}'],
    ['index.js', 'exports.handler=()=>process.env.TABLE.trim()'],
    ['index.py', 'import os\ndef handler(event, context):\n  return os.environ["TABLE"]'],
  ])('needs what it reads: %s %s', (name, text) => {
    const found = given(name, text);
    expect(found?.needs).toContain('TABLE');
    expect(found?.exports('handler')).toBe(true);
    expect(found?.exports('main')).toBe(false);
  });

  test.each([
    ['index.mjs', 'export const handler=()=>process.env.TABLE??"t"'],
    ['index.mjs', 'const{TABLE:t="x"}=process.env;'],
    ['index.mjs', 'var k="TABLE";const f=()=>process.env[k];'],
    ['index.py', 'import os\nos.environ.get("TABLE")'],
  ])('does not need what it reads with a default: %s %s', (name, text) => {
    const found = given(name, text);
    expect([...(found?.needs ?? [])]).toEqual([]);
    expect(found?.reads).toContain('TABLE');
  });
});

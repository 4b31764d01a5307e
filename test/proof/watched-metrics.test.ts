import { dashboards } from '../../scripts/proof/checks/dashboards';
import { ownMetrics } from '../../scripts/proof/checks/own-metrics';
import { watchedNames } from '../../scripts/proof/checks/watched-names';
import type { Json } from './finds';
import { nothingOfOursBreaks } from './seeded';
import { say, seeded } from './seeded-copy';

const LAMBDA = 'AWS::Lambda::Function';
const ALARM = 'AWS::CloudWatch::Alarm';
const DASHBOARD = 'AWS::CloudWatch::Dashboard';
const variables = (properties: Json): Json => properties.Environment.Variables;

nothingOfOursBreaks(ownMetrics, watchedNames, dashboards);

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

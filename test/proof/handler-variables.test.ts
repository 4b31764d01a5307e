import { handlerVariables } from '../../scripts/proof/checks/handler-variables';
import { variablesFitLambda } from '../../scripts/proof/checks/variables-fit-lambda';
import { type Change, finds, holds } from './finds';

const LAMBDA = 'AWS::Lambda::Function';
const CHECK = { id: /CheckServingState/ };
const QUALITY = { id: /MonitorsQuality/ };
const set =
  (name: string, value: unknown): Change =>
  ({ Properties }) =>
    (Properties.Environment.Variables[name] = value);
const copied =
  (from: string, to: string): Change =>
  ({ Properties: { Environment } }) =>
    (Environment.Variables[to] = Environment.Variables[from]);

describe('in the product', () => {
  holds([handlerVariables, variablesFitLambda]);
});

finds(variablesFitLambda, [
  [
    'a region of the runtime',
    LAMBDA,
    set('AWS_REGION', 'us-east-1'),
    /AWS_REGION, which belongs to the runtime/,
    CHECK,
  ],
  ['a secret of the runtime', LAMBDA, set('AWS_SESSION_TOKEN', 'x'), /belongs to the runtime/, CHECK],
  ['a name with a hyphen', LAMBDA, set('LOG-LEVEL', 'info'), /LOG-LEVEL, which is no name/, CHECK],
  ['more than fits', LAMBDA, set('LONG', 'x'.repeat(4096)), /at most 4096/, CHECK],
]);

finds(handlerVariables, [
  [
    'an endpoint under the name of the other',
    LAMBDA,
    copied('SERVERLESS_ENDPOINT', 'REAL_TIME_ENDPOINT'),
    /SERVERLESS_ENDPOINT to .*as it does REAL_TIME_ENDPOINT/,
    CHECK,
  ],
  [
    'a place under the name of the other',
    LAMBDA,
    copied('PREDICTIONS_URI', 'OUTCOMES_URI'),
    /OUTCOMES_URI to .*as it does PREDICTIONS_URI/,
    QUALITY,
  ],
  [
    'a place that all others call otherwise',
    LAMBDA,
    ({ Properties: { Environment } }) => {
      const { Variables } = Environment;
      [Variables.PREDICTIONS_URI, Variables.MONITORING_URI] = [Variables.MONITORING_URI, Variables.PREDICTIONS_URI];
    },
    /MONITORING_URI to .*predictions.*, and .* to .*monitoring/,
    QUALITY,
  ],
  [
    'an endpoint that all others call otherwise',
    LAMBDA,
    set('REAL_TIME_ENDPOINT', 'ml-lifecycle-sandbox-serverless'),
    /REAL_TIME_ENDPOINT to ml-lifecycle-sandbox-serverless, and/,
    { id: /SchedulesPlan/ },
  ],
  [
    'a stack that all others call otherwise',
    LAMBDA,
    set('SERVING_STACK', 'ml-lifecycle-sandbox-training'),
    /SERVING_STACK to ml-lifecycle-sandbox-training, and/,
    CHECK,
  ],
]);

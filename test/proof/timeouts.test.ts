import { concurrencyIsNotReserved } from '../../scripts/proof/checks/concurrency-is-not-reserved';
import { timeoutsNest } from '../../scripts/proof/checks/timeouts-nest';
import { beside, type Change, finds, holds, set } from './finds';
import { fromQueue } from './mappings';

const RULE = 'AWS::Events::Rule';
const LAMBDA = 'AWS::Lambda::Function';
const MACHINE = 'AWS::StepFunctions::StateMachine';
const P = 'Properties';

describe('in the product', () => {
  holds([timeoutsNest, concurrencyIsNotReserved], { 'timeouts-nest': /^(FollowServingState|ParkServing)Machine/ });
});

describe('whoever waits for less than the work may take is found:', () => {
  const METHOD = 'AWS::ApiGateway::Method';
  const serving = { id: /ApplyServing/ };
  const lasts = (seconds: number) => set(`${P}.Timeout`, seconds);
  const token = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
  const lateBake = set(`${P}.DeploymentConfig.BlueGreenUpdatePolicy.MaximumExecutionTimeoutInSeconds`, 200);
  /** Changes the definition within its joined text. */
  const define =
    (path: string, value?: unknown): Change =>
    ({ Properties }, template) => {
      const parts: unknown[] = Properties.DefinitionString['Fn::Join'][1];
      const marked = parts.map((part, index) => (typeof part === 'string' ? part : `@@${index}@@`)).join('');
      const definition = JSON.parse(marked);
      set(path, value)(definition, template);
      const pieces = JSON.stringify(definition).split(/@@(\d+)@@/);
      const joined = pieces.map((piece, index) => (index % 2 === 1 ? parts[Number(piece)] : piece));
      Properties.DefinitionString = { 'Fn::Join': ['', joined] };
    };

  finds(timeoutsNest, [
    ['a function behind the API that takes a minute', LAMBDA, lasts(60), /API \(\w+\) waits 29 s/, { id: /ServePred/ }],
    ['an API that gives up first', METHOD, set(`${P}.Integration.TimeoutInMillis`, 5000), /waits 5 s/],
    ['an API that cannot wait so long', METHOD, set(`${P}.Integration.TimeoutInMillis`, 60000), /is 60000/],
    ['a step of the pipeline that lasts too long', LAMBDA, lasts(900), /a Lambda step/, { id: /EvaluateModel/ }],
    ['a queue that shows a message too soon again', RULE, fromQueue, /hides messages for 30 s/],
    ['a state machine that ends too soon', MACHINE, define('TimeoutSeconds', 60), /waits 60 s for/, serving],
    ['a state that ends too soon', MACHINE, define('States.CleanUp.TimeoutSeconds', 10), /CleanUp waits 10 s/, serving],
    ['a state longer than all', MACHINE, define('States.CleanUp.TimeoutSeconds', 99999), /may take 99999 s/, serving],
    ['a loop that nothing ends', MACHINE, define('TimeoutSeconds'), /waits in a loop/, serving],
    ['a token that never comes', MACHINE, define('States.CleanUp.Resource', token), /waits for a token/, serving],
    ['a deployment given up while it bakes', 'AWS::SageMaker::Endpoint', lateBake, /waits 300 s/, { id: /RealTime/ }],
  ]);
});

describe('reserved concurrency is found:', () => {
  const alias = { Type: 'AWS::Lambda::Alias', Properties: { ProvisionedConcurrencyConfig: {} } };

  finds(concurrencyIsNotReserved, [
    ['one reserved execution', LAMBDA, set(`${P}.ReservedConcurrentExecutions`, 1), /reserves 1/],
    ['a function that is switched off', LAMBDA, set(`${P}.ReservedConcurrentExecutions`, 0), /switched off/],
    ['provisioned concurrency', LAMBDA, beside(() => alias), /provisions/],
  ]);
});

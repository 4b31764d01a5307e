import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { list, numeric, record } from '../json';
import { referred } from '../referred';
import { resourcesOf } from '../resources-of';
import { type State, stateMachineDefinition, statesOf } from '../state-machine-definition';
import { textOf } from '../text-of';

/** What Lambda takes if nobody says. */
const LAMBDA_DEFAULT = 3;
/** API Gateway: 29 s unless a quota is raised, 30 s for HTTP APIs; Firehose waits 5 minutes, a pipeline's Lambda step 10. */
const WAITS = { rest: 29, http: 30, firehose: 300, pipelineStep: 600 } as const;

/** whoever waits has to wait longer than whoever works, or it gives up on work that then succeeds, and does it twice. */
export const timeoutsNest: Check = {
  id: 'timeouts-nest',
  rule: 'Whoever waits does so longer than whoever works may take: API over function, queue over consumer, state machine over task (R-08)',
  find: (assembly) => [
    ...resourcesOf(assembly, 'AWS::ApiGateway::Method').flatMap((each) =>
      integration(each, record(each.Properties.Integration), WAITS.rest, assembly),
    ),
    ...resourcesOf(assembly, 'AWS::ApiGatewayV2::Integration').flatMap((each) =>
      integration(each, each.Properties, WAITS.http, assembly),
    ),
    ...resourcesOf(assembly, 'AWS::Lambda::EventSourceMapping').flatMap((each) => queue(each, assembly)),
    ...resourcesOf(assembly, 'AWS::KinesisFirehose::DeliveryStream').flatMap((each) =>
      atMost(each, each.Properties, WAITS.firehose, 'Firehose', assembly),
    ),
    ...resourcesOf(assembly, 'AWS::SageMaker::Pipeline').flatMap((each) =>
      atMost(each, each.Properties.PipelineDefinition, WAITS.pipelineStep, 'a Lambda step', assembly),
    ),
    ...resourcesOf(assembly, 'AWS::StepFunctions::StateMachine').flatMap((each) => machine(each, assembly)),
    ...resourcesOf(assembly, 'AWS::SageMaker::Endpoint').flatMap(deployment),
  ],
};

const secondsOf = ({ Properties }: Placed) => numeric(Properties.Timeout) ?? LAMBDA_DEFAULT;

function functionIn(value: unknown, { stack }: Placed, assembly: Assembly): Placed | undefined {
  const found = referred(value, stack, assembly)?.resource;
  return found?.Type === 'AWS::Lambda::Function' ? found : undefined;
}

function integration(
  at: Placed,
  { Uri, IntegrationUri, TimeoutInMillis }: State,
  most: number,
  assembly: Assembly,
): Finding[] {
  const waits = (numeric(TimeoutInMillis) ?? most * 1000) / 1000;
  const worker = functionIn(Uri ?? IntegrationUri, at, assembly);
  return [
    ...(waits < 0.05 || waits > most
      ? [about(at, `TimeoutInMillis is ${waits * 1000}, expected 50 to ${most * 1000}`)]
      : []),
    ...(worker && secondsOf(worker) >= waits
      ? [about(worker, `may take ${secondsOf(worker)} s, and its API (${at.logicalId}) waits ${waits} s`)]
      : []),
  ];
}

/** Lambda refuses a mapping below once the timeout; AWS advises six times, for retries when throttled. */
function queue(mapping: Placed, assembly: Assembly): Finding[] {
  const source = referred(mapping.Properties.EventSourceArn, mapping.stack, assembly)?.resource;
  const worker = functionIn(mapping.Properties.FunctionName, mapping, assembly);
  if (source?.Type !== 'AWS::SQS::Queue' || !worker) return [];
  const hidden = numeric(source.Properties.VisibilityTimeout) ?? 30;
  const window = numeric(mapping.Properties.MaximumBatchingWindowInSeconds) ?? 0;
  const needed = 6 * secondsOf(worker) + window;
  return hidden >= needed
    ? []
    : [
        about(
          source,
          `hides messages for ${hidden} s, expected ${needed} at least: six times what ${worker.logicalId} may take`,
        ),
      ];
}

/** The functions that a service calls for itself, with its own patience. */
function atMost(at: Placed, value: unknown, most: number, who: string, assembly: Assembly): Finding[] {
  const text = JSON.stringify(value) + textOf(record(value).PipelineDefinitionBody ?? '', at, assembly);
  return resourcesOf(assembly, 'AWS::Lambda::Function')
    .filter(({ stack, logicalId }) => stack.id === at.stack.id && new RegExp(`["{.]${logicalId}["}.]`).test(text))
    .filter((worker) => secondsOf(worker) > most)
    .map((worker) => about(worker, `may take ${secondsOf(worker)} s, and ${who} (${at.logicalId}) waits ${most} s`));
}

function machine(at: Placed, assembly: Assembly): Finding[] {
  const definition = stateMachineDefinition(at, assembly);
  if (!definition) return [];
  const whole = numeric(definition.TimeoutSeconds);
  const states = statesOf(definition);
  const pollsForEver =
    whole === undefined && states.some(({ name, state }) => state.Type === 'Wait' && reaches(name, definition));
  return [
    ...(pollsForEver ? [about(at, 'waits in a loop and has no TimeoutSeconds, so it may poll for a year')] : []),
    ...states.flatMap(({ name, state }) => taskFaults(at, name, state, whole, assembly)),
  ];
}

function taskFaults(at: Placed, name: string, state: State, whole: number | undefined, assembly: Assembly): Finding[] {
  const own = numeric(state.TimeoutSeconds);
  const beat = numeric(state.HeartbeatSeconds);
  const text = JSON.stringify(state);
  const called = /\$\{([^.}]+)\.([^.}]+)\.Arn\}/.exec(text);
  const worker = resourcesOf(assembly, 'AWS::Lambda::Function').find(
    ({ stack, logicalId }) => stack.id === called?.[1] && logicalId === called?.[2],
  );
  const patience = Math.min(own ?? Number.POSITIVE_INFINITY, whole ?? Number.POSITIVE_INFINITY);
  return [
    ...(own !== undefined && whole !== undefined && own > whole
      ? [about(at, `${name} may take ${own} s, and the state machine only ${whole} s`)]
      : []),
    ...(own !== undefined && beat !== undefined && beat >= own
      ? [about(at, `${name}: HeartbeatSeconds ${beat} is not below TimeoutSeconds ${own}`)]
      : []),
    ...(worker && secondsOf(worker) > patience
      ? [about(at, `${name} waits ${patience} s for ${worker.logicalId}, which may take ${secondsOf(worker)} s`)]
      : []),
    ...(/waitForTaskToken/.test(String(state.Resource)) &&
    own === undefined &&
    beat === undefined &&
    state.TimeoutSecondsPath === undefined
      ? [about(at, `${name} waits for a token with neither TimeoutSeconds nor HeartbeatSeconds`)]
      : []),
  ];
}

/** Whether a state can come round to itself. */
function reaches(start: string, definition: State): boolean {
  const byName = new Map(statesOf(definition).map(({ name, state }) => [name, state]));
  const seen = new Set<string>();
  const next = (name: string): string[] =>
    [...JSON.stringify(byName.get(name) ?? {}).matchAll(/"(?:Next|Default)":"((?:[^"\\]|\\.)*)"/g)].map(
      ([, to = '']) => to,
    );
  for (const open = next(start); open.length > 0; ) {
    const name = open.pop() as string;
    if (name === start) return true;
    if (!seen.has(name)) open.push(...next(name));
    seen.add(name);
  }
  return false;
}

/** SageMaker rolls back what has not finished in time: all waits have to fit (UpdateEndpoint, BlueGreenUpdatePolicy). */
function deployment(endpoint: Placed): Finding[] {
  const { BlueGreenUpdatePolicy } = record(endpoint.Properties.DeploymentConfig);
  const { TrafficRoutingConfiguration, TerminationWaitInSeconds, MaximumExecutionTimeoutInSeconds } =
    record(BlueGreenUpdatePolicy);
  const most = numeric(MaximumExecutionTimeoutInSeconds);
  if (most === undefined) return [];
  const { Type, WaitIntervalInSeconds, LinearStepSize } = record(TrafficRoutingConfiguration);
  const steps = Type === 'LINEAR' ? Math.ceil(100 / (numeric(list(record(LinearStepSize).Value)[0]) ?? 10)) : 1;
  const waits = steps * (numeric(WaitIntervalInSeconds) ?? 0) + (numeric(TerminationWaitInSeconds) ?? 0);
  return waits < most ? [] : [about(endpoint, `its deployment waits ${waits} s and is given up after ${most} s`)];
}

import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import {
  Choice,
  Condition,
  Errors,
  Fail,
  type IChainable,
  JsonPath,
  Pass,
  TaskInput,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke, SnsPublish } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { PhaseStack } from '../shared/phase-stack';
import { runbookEntry } from '../shared/runbook';
import { StackUpdate } from '../shared/stack-update';
import type { ServingFunctions } from './serving-functions';
import type { ServingStack } from './serving-stack';

export interface ServingDefinitionProps {
  readonly serving: ServingStack;
  readonly functions: ServingFunctions;
  readonly operators: ITopic;
}

/** What a run knows after each step, as the functions that decide and check say it. */
const ANSWER = '$.answer';
const PAUSE = Duration.seconds(30);

/** The states of `apply-serving-state`: they wait, update and tell; all that has to be decided is the functions'. */
export function servingDefinition(scope: Construct, { serving, functions, operators }: ServingDefinitionProps): Pass {
  const decide = ask(scope, 'DecideServingState', functions.decide);
  const check = ask(scope, 'CheckServingState', functions.check);
  const nothing = ended(scope, 'Nothing');
  const failed = failure(scope, functions, operators);
  const is = (step: string) => Condition.stringEquals(`${ANSWER}.step`, step);

  const update = new StackUpdate(scope, 'UpdateServingStack', {
    stack: 'serving',
    resourceTypes: serving.resourceTypes,
    parameters: [
      { ParameterKey: 'ApprovedModelVersion', ParameterValue: JsonPath.stringAt(`${ANSWER}.version`) },
      { ParameterKey: 'RealTime', ParameterValue: JsonPath.stringAt(`${ANSWER}.realTime`) },
    ],
    resultPath: '$.update',
  });
  // Also "no updates", and "in progress": the check finds out what it means by looking at the stack.
  update.addCatch(check, { errors: [Errors.TASKS_FAILED], resultPath: '$.update' });
  const decideLater = pause(scope, 'WaitForTurn').next(decide);

  decide.next(
    new Choice(scope, 'WhatToDo')
      .when(is('update'), update.next(check))
      .when(is('wait'), decideLater)
      .when(is('nothing'), nothing)
      .otherwise(failed),
  );
  check.next(
    new Choice(scope, 'WhatCameOfIt')
      .when(is('wait'), pause(scope, 'WaitForStack').next(check))
      .when(is('decide'), decideLater)
      .when(is('applied'), cleanUp(scope, 'CleanUp', functions.cleanUp, ended(scope, 'Applied')))
      .when(is('nothing'), nothing)
      .otherwise(failed),
  );
  const crashed = new Pass(scope, 'CannotGoOn', {
    parameters: {
      error: 'ServingFailed',
      reason: JsonPath.format(
        'A change of what serves broke off: {}: {}',
        JsonPath.stringAt('$.crash.Error'),
        JsonPath.stringAt('$.crash.Cause'),
      ),
    },
    resultPath: ANSWER,
  }).next(failed);
  for (const task of [decide, check]) task.addCatch(crashed, { resultPath: '$.crash' });
  const begin = new Pass(scope, 'Begin', {
    parameters: { request: JsonPath.entirePayload, startedAt: JsonPath.executionStartTime },
  });
  begin.next(decide);
  return begin;
}

function ask(scope: Construct, id: string, lambdaFunction: IFunction): LambdaInvoke {
  const task = new LambdaInvoke(scope, id, {
    lambdaFunction,
    payload: TaskInput.fromObject({ run: JsonPath.entirePayload, now: JsonPath.stateEnteredTime }),
    payloadResponseOnly: true,
    resultPath: ANSWER,
  });
  // Both only look, so they are simply asked again.
  task.addRetry({ interval: Duration.seconds(5), maxAttempts: 3, backoffRate: 3 });
  return task;
}

function pause(scope: Construct, id: string): Wait {
  return new Wait(scope, id, { time: WaitTime.duration(PAUSE) });
}

/** What it leaves costs nothing, and the next run finds it: no reason to call a change failed that serves. */
function cleanUp(scope: Construct, id: string, lambdaFunction: IFunction, next: IChainable): LambdaInvoke {
  const task = new LambdaInvoke(scope, id, { lambdaFunction, payloadResponseOnly: true, resultPath: JsonPath.DISCARD });
  task.addRetry({ interval: Duration.seconds(5), maxAttempts: 3, backoffRate: 3 });
  task.addCatch(next, { resultPath: JsonPath.DISCARD });
  task.next(next);
  return task;
}

function failure(scope: Construct, { cleanUp: cleanUpFunction }: ServingFunctions, topic: ITopic): SnsPublish {
  const name = PhaseStack.of(scope).fixedName();
  const reason = JsonPath.stringAt(`${ANSWER}.reason`);
  const end = cleanUp(
    scope,
    'CleanUpAfterFailure',
    cleanUpFunction,
    new Fail(scope, 'NotApplied', { errorPath: JsonPath.stringAt(`${ANSWER}.error`), causePath: reason }),
  );
  const tell = new SnsPublish(scope, 'TellOperators', {
    topic,
    subject: `${name}: serving was not changed as asked`,
    message: TaskInput.fromText(JsonPath.format(`{} ${name}; what to do: ${runbookEntry('ServingFailed')}`, reason)),
    resultPath: JsonPath.DISCARD,
  });
  tell.addRetry({ interval: Duration.seconds(5), maxAttempts: 5 });
  // The failed run raises an alarm of its own.
  tell.addCatch(end, { resultPath: JsonPath.DISCARD });
  tell.next(end);
  return tell;
}

function ended(scope: Construct, outcome: 'Applied' | 'Nothing'): Pass {
  const at = (field: string) => JsonPath.stringAt(`${ANSWER}.${field}`);
  return new Pass(scope, outcome, {
    parameters: {
      outcome: outcome.toLowerCase(),
      version: at('version'),
      realTime: at('realTime'),
      reason: at('reason'),
    },
  });
}

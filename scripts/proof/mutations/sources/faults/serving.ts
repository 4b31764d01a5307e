import { faultsIn } from '../source-fault';

/** Faults of the functions that take models into service. */
export const SERVING_HANDLERS = [
  ...faultsIn('handlers', 'lambda/serving/decide-serving-state/decision.ts', [
    [
      'unapproved-taken',
      'a version that nobody approved is taken into service',
      "if (approval(version) !== 'Approved')",
      "if (approval(version) === 'Rejected')",
    ],
    [
      'older-over-newer',
      'a late approval of an older version replaces the newer one',
      'if (versionNumber(inForce) > versionNumber(version) && approval',
      'if (versionNumber(inForce) < versionNumber(version) && approval',
    ],
    [
      'failed-again',
      'a version that failed to serve is taken once more by a late copy of its approval',
      'Date.parse(time) <= Date.parse(failed)',
      'Date.parse(time) < Date.parse(failed) - 60_000',
    ],
    [
      'back-to-a-newer-one',
      'a rejection brings a version with a higher number into service',
      'candidates: usable(situation).filter((arn) => versionNumber(arn) < versionNumber(version)),',
      'candidates: usable(situation),',
    ],
    [
      'broken-stack-updated',
      'a stack that takes no update is updated all the same',
      'if (isSettled(stack)) return undefined;',
      'if (isSettled(stack) || stack.status) return undefined;',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/serving/decide-serving-state/find-problem.ts', [
    [
      'altered-artifact',
      'a model that is not the one that was judged goes into service',
      'return found === wanted ? undefined :',
      'return found ? undefined :',
    ],
    [
      'unfinished-package',
      'a package that SageMaker could not validate goes into service',
      "if (ModelPackageStatus !== 'Completed')",
      "if (ModelPackageStatus === 'Deleting')",
    ],
  ]),
  ...faultsIn('handlers', 'lambda/serving/decide-serving-state/decide-serving-state.ts', [
    [
      'first-page-only',
      'of a registry with many versions only the first page is seen',
      '      versions.push({ arn, approval });\n',
      '      if (versions.length < 2) versions.push({ arn, approval });\n',
    ],
    [
      'stale-approval',
      'a list that lags behind decides about an approval',
      '(each === listed ? { ...each, approval: ModelApprovalStatus } : each)',
      '(each === listed ? { ...each } : each)',
    ],
    [
      'waits-for-ever',
      'a run waits for a busy stack without an end',
      "decision.step === 'wait' && isOutOfPatience(",
      "decision.step === 'fail' && isOutOfPatience(",
    ],
  ]),
  ...faultsIn('handlers', 'lambda/serving/check-serving-state/check-serving-state.ts', [
    [
      'no-smoke-test',
      'endpoints are not asked before a version counts as served',
      'const problem = await smokeTest(wanted.version, names, clients);',
      'const problem = undefined as string | undefined;',
    ],
    [
      'went-back-as-success',
      'a run that had to turn back ends as a success',
      "way back went.\n  return { ...answer, step: 'failed', error: 'ServingFailed',",
      "way back went.\n  return { ...answer, step: 'applied', error: '',",
    ],
    [
      'tries-for-ever',
      'a run tries one version after the other without an end',
      'if (tries >= TRIES)',
      'if (tries > 99)',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/serving/check-serving-state/smoke-test.ts', [
    [
      'empty-answer-is-zero',
      'an endpoint that answers nothing passes where the score is 0',
      "answer.text === '' || ",
      '',
    ],
    [
      'only-the-first-row',
      'only one row of the smoke test is asked for',
      'of rows.entries())',
      'of rows.slice(0, 1).entries())',
    ],
  ]),
];

/** Faults of the prediction API. */
export const PREDICTION_HANDLERS = [
  ...faultsIn('handlers', 'lambda/serving/serve-predictions/read-features.ts', [
    [
      'unprocessed-is-unknown',
      'a record that the store did not look up is answered as unknown',
      'return [...unprocessed, ...failed];',
      'return failed;',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/serving/serve-predictions/serve-predictions.ts', [
    [
      'answered-before-logged',
      'a prediction is given that no log knows',
      '    await writeLogLines(predictions, { ...service, deadline });\n',
      '    void writeLogLines(predictions, { ...service, deadline }).catch(() => undefined);\n',
    ],
    [
      'every-failure-is-parked',
      'any failure of the real-time endpoint is taken for a parked one',
      'if (!isEndpointMissing(error)) throw error;',
      'if (error instanceof TypeError) throw error;',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/serving/serve-predictions/feature-row.ts', [
    ['missing-as-zero', 'a missing feature is scored as 0', "cells.push(value ?? '');", 'cells.push(value ?? 0);'],
  ]),
  ...faultsIn('handlers', 'lambda/serving/serve-predictions/score-rows.ts', [
    [
      'too-few-scores',
      'fewer scores than rows are taken, shifted',
      'if (scores.length !== count || !scores.every(Number.isFinite))',
      'if (!scores.every(Number.isFinite))',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/serving/serve-predictions/model-in-service.ts', [
    [
      'nothing-remembered',
      'that no model serves is remembered after the first approval',
      'this.known = state.version === NO_VERSION ? undefined : { state, time };\n    return this.known?.state;',
      'this.known = { state, time };\n    return state.version === NO_VERSION ? undefined : state;',
    ],
    ['never-fresh', 'a new version is never seen', '< FRESH_MILLISECONDS)', '< FRESH_MILLISECONDS * 1e6)'],
  ]),
  ...faultsIn('handlers', 'lambda/serving/serve-predictions/thresholds.ts', [
    [
      'no-threshold-is-zero',
      'a version without a threshold decides yes for everybody',
      'if (!text || !Number.isFinite(threshold)) throw',
      'if (Number.isNaN(threshold)) throw',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/shared/api-message.ts', [
    ['endless-body', 'a body of any length is parsed', 'body.length > LONGEST_BODY', 'body.length < 0'],
    [
      'error-told',
      'a caller reads what went wrong inside',
      "return unavailable('the service is busy or not reachable; try again later');",
      'return unavailable((error as Error).message);',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/shared/write-log-lines.ts', [
    [
      'failed-puts-forgotten',
      'lines that Firehose did not take are lost',
      'return FailedPutCount === 0 ? [] :',
      'return FailedPutCount !== undefined ? [] :',
    ],
  ]),
];

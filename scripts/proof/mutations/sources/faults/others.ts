import { faultsIn } from '../source-fault';

/** Faults of functions of the lake, the registry and those that all share. */
export const OTHER_HANDLERS = [
  ...faultsIn('handlers', 'lambda/data-lake/mark-day-complete/mark-day-complete.ts', [
    [
      'marker-overwritten',
      'a day is marked twice, and prepared twice',
      "Body: EMPTY, IfNoneMatch: '*' }",
      'Body: EMPTY }',
    ],
    [
      'empty-day-marked',
      'a day on which nothing arrived is marked',
      'if (!arrived) return',
      'if (!arrived && Contents.length === 0) return',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/data-lake/mark-day-complete/day-before.ts', [
    ['same-day', 'a day is marked before it is over', 'moment - DAY_MILLISECONDS', 'moment'],
  ]),
  ...faultsIn('handlers', 'lambda/model-registry/empty-registry/empty-registry.ts', [
    ['gone-is-an-error', 'a version that is gone keeps the stack from being deleted', '.catch(acceptGone);', ';'],
  ]),
  ...faultsIn('handlers', 'lambda/model-monitoring/request-retraining/request-retraining.ts', [
    [
      'asked-before-is-an-error',
      'an alarm that comes twice ends in the dead letters',
      'if (error instanceof ExecutionAlreadyExists) return',
      'if (error instanceof TypeError) return',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/model-monitoring/request-retraining/retraining-request.ts', [
    [
      'day-of-the-alarm',
      'an alarm that comes after midnight asks again for the same finding',
      'lookTime(lastReport ?? time)',
      'lookTime(time)',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/model-monitoring/shared/take-look.ts', [
    [
      'late-event-judged',
      'an event that comes late looks backwards',
      'newest > time) return undefined;',
      "newest < '') return undefined;",
    ],
    ['no-memory', 'each look judges everything again', "watermark: last?.watermark ?? ''", "watermark: ''"],
  ]),
  ...faultsIn('handlers', 'lambda/model-monitoring/shared/reports.ts', [
    [
      'report-overwritten',
      'two looks at the same moment overwrite each other',
      ", IfNoneMatch: '*' }));\n      return report;",
      ' }));\n      return report;',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/shared/until-none-left.ts', [
    [
      'all-again',
      'what was taken is offered again',
      'left = await attempt(left);',
      'left = (await attempt(items)).length > 0 ? items : [];',
    ],
    [
      'left-silently',
      'what is left in the end is lost without a word',
      'if (count === MAXIMUM_ATTEMPTS) throw new Error(',
      'if (count === MAXIMUM_ATTEMPTS) return void new Error(',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/shared/in-parallel.ts', [
    ['goes-on-after-a-failure', 'work goes on after a failure', '      if (failed) return;\n', ''],
    [
      'order-of-completion',
      'results stand in the order in which they came',
      'results[index] = await work(item);',
      'results.push(await work(item));',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/shared/before-timeout.ts', [
    [
      'no-reserve',
      'no time is left to say that there was none',
      'context.getRemainingTimeInMillis() - RESERVE_MILLISECONDS',
      'context.getRemainingTimeInMillis()',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/shared/answer-cloud-formation.ts', [
    [
      'failure-not-answered',
      'CloudFormation waits an hour for a custom resource that failed',
      "Status: failure === undefined ? 'SUCCESS' : 'FAILED',",
      "Status: 'SUCCESS',",
    ],
    [
      'another-physical-id',
      'CloudFormation deletes what stands under the former id',
      'asked.PhysicalResourceId ?? physicalResourceId',
      'asked.RequestId',
    ],
  ]),
];

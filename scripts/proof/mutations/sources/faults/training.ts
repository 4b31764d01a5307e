import { faultsIn } from '../source-fault';

/** Faults of the functions that start trainings and judge models. */
export const TRAINING_HANDLERS = [
  ...faultsIn('handlers', 'lambda/training/start-training/decide-training.ts', [
    [
      'two-at-once',
      'a second training starts beside the first',
      "if (isRunning) return stay('a training is running');",
      '',
    ],
    [
      'cool-down-in-minutes',
      'the cool-down ends after minutes',
      'const HOUR_MILLISECONDS = 3_600_000;',
      'const HOUR_MILLISECONDS = 60_000;',
    ],
    [
      'same-event-twice',
      'a copy of an event starts another training',
      'if (lastRun && isSame(lastRun, request, manifest.hash))',
      'if (lastRun && !lastRun.executionArn)',
    ],
    [
      'labels-of-a-failed-run',
      'labels of a training that failed count as used',
      '(succeeded ? lastRun?.labels : lastRun?.labelsBefore) ?? 0',
      'lastRun?.labels ?? 0',
    ],
    [
      'token-changes',
      'the token of a start does not tell its datasets apart',
      'sha256([pipelineName, datasetsHash, eventTime, attempt])',
      'sha256([pipelineName, eventTime, attempt])',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/training/start-training/start-training.ts', [
    [
      'claimed-start-forgotten',
      'a start that was claimed and not made is never made',
      'claimed && !claimed.executionArn ? await launch(claimed, clients.sageMaker, starts) : claimed',
      'claimed',
    ],
    ['no-token', 'a retry starts a second execution', '      ClientRequestToken: run.token,\n', ''],
    [
      'parameter-misspelt',
      'a parameter that the pipeline does not have',
      "{ Name: 'DatasetsHash', Value: run.datasetsHash }",
      "{ Name: 'DataSetsHash', Value: run.datasetsHash }",
    ],
    [
      'quiet-drift',
      'nobody hears that drift is found and no labels have come',
      'if (!decision.quiet) await',
      'if (decision.quiet) await',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/training/start-training/training-starts.ts', [
    [
      'unconditional-claim',
      'two events claim the same start',
      'Item: toItem(run), ...condition }',
      'Item: toItem(run) }',
    ],
    ['eventual-read', 'the last start is read as it was a moment before', ', ConsistentRead: true }', ' }'],
  ]),
  ...faultsIn('handlers', 'lambda/training/start-training/training-request.ts', [
    [
      'prepared-before',
      'a delivery that was prepared before is trained on again',
      "return outcome === 'prepared' ?",
      'return outcome ?',
    ],
  ]),
  ...faultsIn('handlers', 'lambda/training/evaluate-model/gate.ts', [
    [
      'money-ignored',
      'a model that earns no more than acting on nobody passes',
      'netValue <= constant &&',
      'netValue < -1e12 &&',
    ],
    ['linear-ignored', 'a model worse than the linear one passes', 'rocAuc < linearRocAuc &&', 'rocAuc > 2 &&'],
    ['minimum-reversed', 'only bad models pass', 'rocAuc < goal.minimum &&', 'rocAuc > goal.minimum &&'],
  ]),
  ...faultsIn('handlers', 'lambda/training/evaluate-model/evaluate-model.ts', [
    [
      'rows-not-compared',
      'two models are compared by scores of different rows',
      'if (linear.labelMark !== test.labelMark)',
      'if (linear.rows < 0)',
    ],
    [
      'threshold-on-test',
      'the threshold is chosen on the rows that it is judged by',
      '{ validation: validation.scores, test: test.scores,',
      '{ validation: test.scores, test: test.scores,',
    ],
    [
      'passes-as-boolean',
      'a condition compares a text with a boolean',
      "passes: verdict.passes ? 'true' : 'false',",
      "passes: verdict.passes ? 'True' as 'true' : 'false',",
    ],
    [
      'hash-of-the-report',
      'the hash is not that of the model that was judged',
      "readObject(s3, objectUnder(modelData, ''), hashOf)",
      'readObject(s3, testFile, hashOf)',
    ],
  ]),
];

/** What each type of state may say, by the Amazon States Language; both query languages together. */
const ALL = ['Type', 'Comment', 'QueryLanguage'];
const IN_AND_OUT = ['InputPath', 'OutputPath', 'Output', 'Assign'];
const GOES_ON = ['Next', 'End'];
const RESULT = ['ResultPath', 'ResultSelector', 'Parameters', 'Arguments'];
const FAILS = ['Retry', 'Catch'];

export const STATE_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Task: [
    ...ALL,
    ...IN_AND_OUT,
    ...GOES_ON,
    ...RESULT,
    ...FAILS,
    'Resource',
    'Credentials',
    'TimeoutSeconds',
    'TimeoutSecondsPath',
    'HeartbeatSeconds',
    'HeartbeatSecondsPath',
  ],
  Pass: [...ALL, ...IN_AND_OUT, ...GOES_ON, 'Result', 'ResultPath', 'Parameters'],
  Choice: [...ALL, ...IN_AND_OUT, 'Choices', 'Default'],
  Wait: [...ALL, ...IN_AND_OUT, ...GOES_ON, 'Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath'],
  Succeed: [...ALL, ...IN_AND_OUT],
  Fail: [...ALL, 'Error', 'ErrorPath', 'Cause', 'CausePath'],
  Parallel: [...ALL, ...IN_AND_OUT, ...GOES_ON, ...RESULT, ...FAILS, 'Branches'],
  Map: [
    ...ALL,
    ...IN_AND_OUT,
    ...GOES_ON,
    ...FAILS,
    'ResultPath',
    'ResultSelector',
    'Parameters',
    'Iterator',
    'ItemProcessor',
    'ItemReader',
    'ItemSelector',
    'ItemBatcher',
    'ItemsPath',
    'Items',
    'ResultWriter',
    'Label',
    'MaxConcurrency',
    'MaxConcurrencyPath',
    'ToleratedFailureCount',
    'ToleratedFailureCountPath',
    'ToleratedFailurePercentage',
    'ToleratedFailurePercentagePath',
  ],
};

/** Errors that Step Functions reports itself. Source: "Handling errors in Step Functions workflows". */
export const ERRORS = [
  'ALL',
  'BranchFailed',
  'DataLimitExceeded',
  'ExceedToleratedFailureThreshold',
  'HeartbeatTimeout',
  'Http.Socket',
  'IntrinsicFailure',
  'ItemReaderFailed',
  'NoChoiceMatched',
  'ParameterPathFailure',
  'Permissions',
  'QueryEvaluationError',
  'ResultPathMatchFailure',
  'ResultWriterFailed',
  'Runtime',
  'TaskFailed',
  'Timeout',
].map((name) => `States.${name}`);

/** Comparisons of a Choice; those that end in `Path` compare with another path. */
export const COMPARISONS = [
  'IsBoolean',
  'IsNull',
  'IsNumeric',
  'IsPresent',
  'IsString',
  'IsTimestamp',
  'StringMatches',
  'BooleanEquals',
  'BooleanEqualsPath',
  ...['String', 'Numeric', 'Timestamp'].flatMap((type) =>
    ['Equals', 'GreaterThan', 'GreaterThanEquals', 'LessThan', 'LessThanEquals'].flatMap((how) => [
      `${type}${how}`,
      `${type}${how}Path`,
    ]),
  ),
];

/** Intrinsic functions and how many arguments each takes, at least and at most. */
export const INTRINSICS: Readonly<Record<string, readonly [number, number]>> = {
  Format: [1, 10_000],
  StringToJson: [1, 1],
  JsonToString: [1, 1],
  Array: [0, 10_000],
  ArrayPartition: [2, 2],
  ArrayContains: [2, 2],
  ArrayRange: [3, 3],
  ArrayGetItem: [2, 2],
  ArrayLength: [1, 1],
  ArrayUnique: [1, 1],
  Base64Encode: [1, 1],
  Base64Decode: [1, 1],
  Hash: [2, 2],
  JsonMerge: [3, 3],
  MathRandom: [2, 3],
  MathAdd: [2, 2],
  StringSplit: [2, 2],
  UUID: [0, 0],
};

/** What the context object, `$$`, holds. */
export const CONTEXT =
  /^\$\$(\.(Execution(\.(Id|Input(\..+|\[.+)?|Name|RoleArn|StartTime|RedriveCount|RedriveTime))?|State(\.(EnteredTime|Name|RetryCount))?|StateMachine(\.(Id|Name))?|Task(\.Token)?|Map(\.Item(\.(Index|Key|Source|Value(\..+|\[.+)?))?)?))?$/;

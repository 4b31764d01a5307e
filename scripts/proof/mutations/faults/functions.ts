import { put, remove, reword } from '../edits';
import { faultsOf } from '../fault';
import { properties, resource } from '../seeds';

const SERVE = 'Prediction/ApiFunctionsServePredictions';
const START = 'Training/StartStartTraining';

/** Functions that Lambda refuses, or that fail when they are first called. */
export const FUNCTIONS = faultsOf('functions', [
  ['runtime-old', 'a runtime that has come to its end', properties(SERVE, put('Runtime', 'nodejs18.x'))],
  [
    'runtime-ending',
    'a runtime that no function can be made with soon',
    properties(SERVE, put('Runtime', 'nodejs20.x')),
  ],
  ['runtime-unknown', 'a runtime that does not exist', properties(SERVE, put('Runtime', 'nodejs24'))],
  ['runtime-of-python', 'the runtime of another language', properties(START, put('Runtime', 'python3.13'))],
  ['handler-unknown', 'a handler that the code does not export', properties(START, put('Handler', 'index.main'))],
  ['handler-file', 'a handler in a file that is not there', properties(START, put('Handler', 'handler.handler'))],
  ['handler-missing', 'a function without handler', properties(START, remove('Handler'))],
  ['architecture', 'an architecture that does not exist', properties(START, put('Architectures', ['arm']))],
  ['architectures-two', 'two architectures', properties(START, put('Architectures', ['arm64', 'x86_64']))],
  ['code-unknown', 'code that no asset brings', properties(START, reword('Code/S3Key', '.zip', '0.zip'))],
  ['code-missing', 'a function without code', properties(START, remove('Code'))],
  ['api-patience', 'a function that may take longer than the API waits', properties(SERVE, put('Timeout', 60))],
  ['logs-elsewhere', 'a function without its log group', properties(START, remove('LoggingConfig'))],
  ['log-format', 'a log format that does not exist', properties(START, put('LoggingConfig/LogFormat', 'json'))],
  ['role-missing', 'a function without role', properties(START, remove('Role'))],
  [
    'policy-too-late',
    'a function of a custom resource that does not wait for its policy',
    resource('ModelRegistry/RegistryEmptyRegistry', remove('DependsOn')),
  ],
  ['concurrency-none', 'a function that may never run', properties(START, put('ReservedConcurrentExecutions', 0))],
  [
    'qualifier-unknown',
    'failures of a version that is not there',
    properties('Training/StartStartTrainingEventInvokeConfig', put('Qualifier', 'live')),
  ],
  [
    'storage-too-small',
    'less disk than there is',
    properties('Training/EvaluationEvaluateModel', put('EphemeralStorage', { Size: 256 })),
  ],
  [
    'service-token',
    'a custom resource that asks for a role',
    properties(
      'ModelMonitoring/MonitorsDriftFirstHeartbeat',
      reword('ServiceToken', 'MonitorsDriftLook', 'MonitorsDriftLooks'),
    ),
  ],
]);

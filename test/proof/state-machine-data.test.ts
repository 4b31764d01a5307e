import { stateMachineData } from '../../scripts/proof/checks/state-machine-data';
import { stateMachinePaths } from '../../scripts/proof/checks/state-machine-paths';
import { nothingOfOursBreaks } from './seeded';
import { seeded } from './seeded-definitions';

nothingOfOursBreaks(stateMachinePaths, stateMachineData);

seeded(stateMachinePaths, [
  [
    'a path that is evaluated says so in its name',
    /Prepare/,
    '"cause.$":"$.cause"',
    '"cause":"$.cause"',
    /expected the name cause\.\$/,
  ],
  [
    'a field that is evaluated is a path',
    /Prepare/,
    '"cause.$":"$.cause"',
    '"cause.$":"cause"',
    /neither a path nor a call/,
  ],
  [
    'the context object has what is read',
    /Prepare/,
    '$$.Execution.Name',
    '$$.Execution.Title',
    /not in the context object/,
  ],
  ['an intrinsic function exists', /Prepare/, 'States.ArrayGetItem(', 'States.ArrayGet(', /neither a path nor a call/],
  [
    'a format has a place for each value',
    /Prepare/,
    "States.Format('{}/{}#{}'",
    "States.Format('{}/{}'",
    /2 places for 3 values/,
  ],
  [
    'a call has its arguments',
    /Prepare/,
    "States.StringSplit($.key, '/=')",
    'States.StringSplit($.key)',
    /has 1 arguments/,
  ],
  ['a call has all its brackets', /Prepare/, "'/='), 3)", "'/=', 3)", /brackets|arguments/],
  [
    'a result is put at one place',
    /Park/,
    '"ResultPath":"$.answer"',
    '"ResultPath":"answer"',
    /at which nothing can be put/,
  ],
  [
    'fields of the other query language are found',
    /Park/,
    '"ResultPath":"$.answer"',
    '"Output":"{% $x %}"',
    /belongs to JSONata/,
  ],
  [
    'a variable of a choice is a path',
    /Park/,
    '"Variable":"$.answer.step"',
    '"Variable":"answer.step"',
    /neither a path/,
  ],
]);

seeded(stateMachineData, [
  [
    'a choice reads what is there',
    /Park/,
    '"Variable":"$.answer.step"',
    '"Variable":"$.anwser.step"',
    /reads \$\.anwser/,
  ],
  [
    'a state reads what an earlier one wrote',
    /Park/,
    '"ResultPath":"$.answer"',
    '"ResultPath":"$.reply"',
    /reads \$\.answer/,
  ],
  [
    'a machine reads what its rule sends',
    /Prepare/,
    '$.bucket, $.key, $.version',
    '$.bucket, $.key, $.versionId',
    /reads \$\.versionId/,
  ],
  [
    'a failure reads what was caught',
    /Prepare/,
    '"ErrorPath":"$.failure.Error"',
    '"ErrorPath":"$.error.Error"',
    /reads \$\.error/,
  ],
  [
    'a result that is thrown away is not read',
    /Park/,
    '"ResultPath":"$.answer"',
    '"ResultPath":null',
    /reads \$\.answer/,
  ],
]);

import { add, type Edit, problemsAfter, remove, set } from '../edited-definition';

const METADATA = 'Register/Arguments/CustomerMetadataProperties';
const manyEntries = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`key${index}`, 'value']));

const BREACHES: readonly [rule: string, edits: readonly Edit[], problems: readonly string[]][] = [
  [
    'versions go into our group',
    [set('Register/Arguments/ModelPackageGroupName', 'their-group')],
    ['Step Register registers in "their-group", which is not our group example-group.'],
  ],
  [
    'no version approves itself',
    [set('Register/Arguments/ModelApprovalStatus', 'Approved')],
    ['Step Register does not register as PendingManualApproval.'],
  ],
  [
    'the starter of a run cannot approve a version',
    [set('Register/Arguments/ModelApprovalStatus', { Get: 'Parameters.Cause' })],
    ['Step Register does not register as PendingManualApproval.'],
  ],
  [
    'a version in a group has no tags',
    [add('Register/Arguments/Tags', { Key: 'ml:project', Value: 'example' })],
    ['Step Register has tags, which the service refuses with a group.'],
  ],
  [
    'no report is an empty branch',
    [set('Register/Arguments/ModelMetrics/Bias', {})],
    ['Step Register has a report in ModelMetrics.Bias without content type or place.'],
  ],
  [
    'a baseline has a content type',
    [remove('Register/Arguments/DriftCheckBaselines/ModelDataQuality/Constraints/ContentType')],
    ['Step Register has a report in DriftCheckBaselines.ModelDataQuality without content type or place.'],
  ],
  [
    'numbers are cast before they become metadata',
    [set(`${METADATA}/rocAuc`, { Get: "Steps.Evaluate.OutputParameters['rocAuc']" })],
    ['Step Register has the metadata rocAuc, which is not a string.'],
  ],
  [
    'metadata is not empty',
    [set(`${METADATA}/codeHash`, '')],
    ['Step Register has the metadata codeHash, which is empty or too long.'],
  ],
  [
    'metadata has at most 256 characters',
    [set(`${METADATA}/codeHash`, 'x'.repeat(257))],
    ['Step Register has the metadata codeHash, which is empty or too long.'],
  ],
  [
    'a version has at most 50 metadata entries',
    [set(METADATA, manyEntries)],
    ['Step Register has 51 metadata entries; 50 are allowed.'],
  ],
];

test.each(BREACHES)('%s', (_rule, edits, problems) => {
  expect(problemsAfter(...edits)).toEqual(problems);
});

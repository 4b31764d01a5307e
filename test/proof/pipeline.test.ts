import type { Check } from '../../scripts/proof/check';
import { pipelineDocument } from '../../scripts/proof/checks/pipeline-document';
import { pipelineLambdaSteps } from '../../scripts/proof/checks/pipeline-lambda-steps';
import { pipelineRegistration } from '../../scripts/proof/checks/pipeline-registration';
import { findWhen } from './broken';
import { testPipelineChecks } from './edited-pipeline';
import { DECISION_FAULTS } from './pipeline-faults/decision-faults';
import { DOCUMENT_FAULTS } from './pipeline-faults/document-faults';
import { JOB_FAULTS } from './pipeline-faults/job-faults';
import { PLACE_FAULTS } from './pipeline-faults/place-faults';
import { REQUEST_FAULTS } from './pipeline-faults/request-faults';

const PIPELINE = 'AWS::SageMaker::Pipeline';

testPipelineChecks(...DOCUMENT_FAULTS, ...DECISION_FAULTS);

const BODIES: readonly (readonly [fault: string, definition: unknown])[] = [
  ['text that is no JSON', { PipelineDefinitionBody: '{"Version": ' }],
  ['a list', { PipelineDefinitionBody: '[]' }],
  ['an object instead of text', { PipelineDefinitionBody: { Version: '2020-12-01' } }],
  ['no definition', {}],
  ['a name in camel case', { pipelineDefinitionBody: '{}' }],
  ['two sources', { PipelineDefinitionBody: '{}', PipelineDefinitionS3Location: { Bucket: 'a', Key: 'b' } }],
];

test.each(BODIES)('pipeline-document: it finds %s', (_fault, definition) => {
  const found = findWhen(pipelineDocument, PIPELINE, ({ Properties }) => {
    Properties.PipelineDefinition = definition;
  });

  expect(found).not.toEqual([]);
});

test.each([{ maxParallelExecutionSteps: 4 }, { MaxParallelExecutionSteps: 0 }, { MaxParallelExecutionSteps: 'many' }])(
  'pipeline-document: it finds the parallelism %j',
  (parallelism) => {
    const found = findWhen(pipelineDocument, PIPELINE, ({ Properties }) => {
      Properties.ParallelismConfiguration = parallelism;
    });

    expect(found).not.toEqual([]);
  },
);

test('pipeline-document: it accepts a sound parallelism', () => {
  const found = findWhen(pipelineDocument, PIPELINE, ({ Properties }) => {
    Properties.ParallelismConfiguration = { MaxParallelExecutionSteps: 4 };
  });

  expect(found).toEqual([]);
});

const STRANGE: readonly unknown[] = [
  ...[undefined, null, 5, [], { 'Fn::Join': 'a' }, { 'Fn::Join': ['', [{ 'Fn::If': [] }, '{}']] }],
  ...[
    { 'Fn::Join': ['', [{ 'Fn::Join': 5 }]] },
    { 'Fn::Sub': 5 },
    '{"Parameters":[1],"Steps":[1,{"Arguments":[]},{"Type":"Tuning"}]}',
  ],
];

test.each(STRANGE.map((body) => [JSON.stringify(body), body]))('no check fails on the body %s', (_text, body) => {
  const faults = [...DOCUMENT_FAULTS, ...DECISION_FAULTS, ...REQUEST_FAULTS, ...PLACE_FAULTS, ...JOB_FAULTS];
  const checks = [...new Set(faults.map(([check]) => check))];
  const all: Check = { id: 'all', rule: 'all', find: (assembly) => checks.flatMap((check) => check.find(assembly)) };

  const found = findWhen(all, PIPELINE, ({ Properties }) => {
    Properties.PipelineDefinition = { PipelineDefinitionBody: body };
  });

  expect(found).not.toEqual([]);
});

test('pipeline-lambda-steps: it finds a function that runs longer than the step waits', () => {
  const found = findWhen(
    pipelineLambdaSteps,
    'AWS::Lambda::Function',
    ({ Properties }) => {
      Properties.Timeout = 900;
    },
    { id: /EvaluateModel/ },
  );

  expect(found).not.toEqual([]);
});

test('pipeline-registration: it finds a group that is gone', () => {
  const found = findWhen(pipelineRegistration, 'AWS::SageMaker::ModelPackageGroup', ({ Properties }) => {
    Properties.ModelPackageGroupName = 'another';
  });

  expect(found).not.toEqual([]);
});

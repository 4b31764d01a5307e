import { pipelineRoles } from '../../scripts/proof/checks/pipeline-roles';
import { findWhen } from './broken';
import { testPipelineChecks } from './edited-pipeline';
import { JOB_FAULTS } from './pipeline-faults/job-faults';
import { PLACE_FAULTS } from './pipeline-faults/place-faults';
import { REQUEST_FAULTS } from './pipeline-faults/request-faults';

testPipelineChecks(...REQUEST_FAULTS, ...PLACE_FAULTS, ...JOB_FAULTS);

test.each([/RolesJob/, /RolesPipeline/])('pipeline-roles: it finds that SageMaker may not assume %s', (id) => {
  const found = findWhen(
    pipelineRoles,
    'AWS::IAM::Role',
    ({ Properties }) => {
      Properties.AssumeRolePolicyDocument.Statement[0].Principal.Service = 'lambda.amazonaws.com';
    },
    { id },
  );

  expect(found).not.toEqual([]);
});

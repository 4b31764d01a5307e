import { about, type Check } from '../check';
import { decide } from '../iam/decide';
import { type RoleStatements, roleStatements } from '../iam/role-statements';

const ACTIONS = ['sagemaker:CreateModelPackage', 'sagemaker:UpdateModelPackage'];
const KEY = 'sagemaker:ModelApprovalStatus';
/** A version of a group that a statement for all groups, or for the group, is about. */
const VERSION = /:model-package(-group)?\/|^\*$/;

/** Who registers a model may not approve it: approval is what keeps an untried model from serving. */
export const modelApproval: Check = {
  id: 'model-approval',
  rule: 'No role of a pipeline, job, function or state machine may create or update a model package as Approved',
  find: (assembly) =>
    roleStatements(assembly).flatMap((each) =>
      ACTIONS.filter((action) => targetsOf(each, action).some((resource) => mayApprove(each, action, resource))).map(
        (action) => about(each.role, `may ${action} with ${KEY} Approved: expected a Deny, or a condition on it`),
      ),
    ),
};

/** What statements that allow an action name of model packages, wildcards as they stand. */
function targetsOf({ statements }: RoleStatements, action: string): readonly string[] {
  return statements
    .filter(
      ({ effect, actions }) =>
        effect === 'Allow' &&
        decide({
          statements: [{ sid: '', effect, actions, conditions: [] }],
          action,
          resource: '*',
        }) === 'allowed',
    )
    .flatMap(({ resources }) => resources?.of ?? [])
    .filter((resource) => VERSION.test(resource));
}

function mayApprove({ statements }: RoleStatements, action: string, resource: string): boolean {
  return decide({ statements, action, resource, context: { [KEY]: 'Approved' } }) === 'allowed';
}

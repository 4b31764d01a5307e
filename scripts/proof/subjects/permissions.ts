import { grantedPlacesAreUsed } from '../checks/granted-places-are-used';
import { handlersUseWhatTheyMay } from '../checks/handlers-use-what-they-may';
import { iamConditionKeysFit } from '../checks/iam-condition-keys-fit';
import { iamDeadStatement } from '../checks/iam-dead-statement';
import { iamKnownActions } from '../checks/iam-known-actions';
import { iamNoManagedFullAccess } from '../checks/iam-no-managed-full-access';
import { iamNoWildcardAction } from '../checks/iam-no-wildcard-action';
import { iamPassRole } from '../checks/iam-pass-role';
import { iamResourceFitsAction } from '../checks/iam-resource-fits-action';
import { iamResourcePolicies } from '../checks/iam-resource-policies';
import { iamWellFormed } from '../checks/iam-well-formed';
import { lambdaPermissions } from '../checks/lambda-permissions';
import { machinesUseWhatTheyMay } from '../checks/machines-use-what-they-may';
import { managedPoliciesExist } from '../checks/managed-policies-exist';
import { metricNamespaces } from '../checks/metric-namespaces';
import { modelApproval } from '../checks/model-approval';
import { resourcePolicies } from '../checks/resource-policies';
import { roleTrust } from '../checks/role-trust';
import { roles } from '../checks/roles';
import { targetsMayBeCalled } from '../checks/targets-may-be-called';
import type { Subject } from '../subject';

export const PERMISSIONS: Subject = {
  title: 'Permissions',
  checks: [
    grantedPlacesAreUsed,
    handlersUseWhatTheyMay,
    iamConditionKeysFit,
    iamDeadStatement,
    iamKnownActions,
    iamNoManagedFullAccess,
    iamNoWildcardAction,
    iamPassRole,
    iamResourceFitsAction,
    iamResourcePolicies,
    iamWellFormed,
    lambdaPermissions,
    machinesUseWhatTheyMay,
    managedPoliciesExist,
    metricNamespaces,
    modelApproval,
    resourcePolicies,
    roleTrust,
    roles,
    targetsMayBeCalled,
  ],
};

import type { Check } from '../check';
import { MANAGED_POLICIES } from '../facts/managed-policies';
import { findInEach } from '../find-in-each';
import { list } from '../json';
import { textOf } from '../text-of';

/** CloudFormation finds out that there is no such policy when it makes the role, in the middle of a deploy. */
export const managedPoliciesExist: Check = {
  id: 'managed-policies-exist',
  rule: 'Every policy of AWS that a role, user or group has is one that AWS has, under its full path',
  find: findInEach(['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'], (identity, assembly) =>
    [...list(identity.Properties.ManagedPolicyArns), ...list(identity.Properties.PermissionsBoundary)]
      .map((value) => /^arn:[^:]*:iam::aws:policy\/(.*)$/.exec(textOf(value, identity, assembly))?.[1])
      .map(
        (name) => name !== undefined && !MANAGED_POLICIES.includes(name) && `it has ${name}, no known policy of AWS`,
      ),
  ),
};

import { about, type Check, type Finding } from '../check';
import { ResourceNames } from '../iam/resource-names';
import { listed } from '../iam/statement';
import { resourcesOf } from '../resources-of';

/** S-06 of our checklist, AwsSolutions-IAM4 of cdk-nag: AWS may widen its policies at any time, and most of them name no resource. */
export const iamNoManagedFullAccess: Check = {
  id: 'iam-no-managed-full-access',
  rule: 'No role, user or group has a policy of AWS, and none that stands in no template',
  find(assembly) {
    const names = new ResourceNames(assembly);
    const ours = resourcesOf(assembly, 'AWS::IAM::ManagedPolicy').map((policy) => names.arnOf(policy));
    return resourcesOf(assembly, 'AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group').flatMap((identity): Finding[] =>
      [...listed(identity.Properties.ManagedPolicyArns), ...listed(identity.Properties.PermissionsBoundary)]
        .map((value) => names.text(value, identity.stack))
        .filter((arn) => !ours.includes(arn))
        .map((arn) =>
          about(identity, `it has the policy ${arn}, which ${isOfAws(arn) ? 'is of AWS' : 'no template holds'}`),
        ),
    );
  },
};

function isOfAws(arn: string): boolean {
  return /^arn:[^:]*:iam::aws:policy\//.test(arn);
}

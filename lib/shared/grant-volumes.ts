import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';

/** Encrypted volumes: SageMaker attaches them by a grant that the caller makes. */
export function grantVolumes(key: IKey, grantee: IGrantable): void {
  key.grant(
    grantee,
    'kms:CreateGrant',
    'kms:DescribeKey',
    'kms:Decrypt',
    'kms:GenerateDataKey*',
    'kms:ReEncrypt*',
    'kms:Encrypt',
  );
}

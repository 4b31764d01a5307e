import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import type { Finding } from './finding';

/** Whose credentials the shell has. */
export interface Caller {
  readonly account: string;
  readonly arn: string;
  readonly partition: string;
}

const NO_CREDENTIALS = /CredentialsProviderError|Could not load credentials|token.*(expired|not found)/i;
const BAD_CREDENTIALS = /ExpiredToken|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|InvalidAccessKeyId/;

/** Who asks. Without an answer nothing else can be asked: then the finding says why. */
export async function whoAsks(sts: STSClient, region: string): Promise<Caller | Finding> {
  try {
    const { Account = '', Arn = '' } = await sts.send(new GetCallerIdentityCommand({}));
    return { account: Account, arn: Arn, partition: Arn.split(':')[1] ?? 'aws' };
  } catch (error) {
    return { question: 'credentials', ...judgeCredentials(error, region) };
  }
}

/** Why STS did not say who asks. */
export function judgeCredentials(error: unknown, region: string): Omit<Finding, 'question'> {
  const { name = 'Error', message = String(error) } = (error ?? {}) as { name?: string; message?: string };
  const said = `${name}: ${message}`;
  const severity = 'blocks-deploy';
  if (BAD_CREDENTIALS.test(name))
    return {
      severity,
      message: `AWS does not take the shell's credentials in ${region} (${said}); they ended, or the region is not enabled`,
      command: `aws sso login; aws account enable-region --region-name ${region}`,
    };
  if (NO_CREDENTIALS.test(said))
    return {
      severity,
      message: `the shell has no credentials (${message})`,
      command: 'aws configure sso && aws sso login',
    };
  return { severity, message: `nobody can be asked (${said})`, command: 'aws sts get-caller-identity' };
}

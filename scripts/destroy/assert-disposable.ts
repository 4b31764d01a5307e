import type { EnvironmentConfig } from '../../lib/config/environment-config';

/** Throws for an environment that keeps its data, with what a person has to do instead. */
export function assertDisposable({ project, environment, retainData }: EnvironmentConfig): void {
  if (!retainData) return;
  throw new Error(
    `${environment} keeps its data (retainData in lib/config/environments.ts), so no command destroys it. By hand: ` +
      `lift each stack's protection (aws cloudformation update-termination-protection ` +
      `--no-enable-termination-protection --stack-name ${project}-${environment}-<phase>), run npx cdk destroy --all ` +
      `-c environment=${environment}, then delete in the console what the stacks retain: buckets, tables, log groups, ` +
      `the key, the masking secret, the feature group and the model versions.`,
  );
}

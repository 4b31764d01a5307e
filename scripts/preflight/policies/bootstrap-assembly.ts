import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../../local/project-folder';
import type { Assembly } from '../../proof/assembly';
import { withResources } from '../../proof/read-assembly';

/** What the CDK CLI's own bootstrap would deploy, without what stands under a condition that is off by default. */
export function bootstrapAssembly(): Assembly {
  const cdk = join(PROJECT, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  // From a folder without cdk.json: inside the app, it would synthesize first.
  const { stdout, stderr, status } = spawnSync(process.execPath, [cdk, 'bootstrap', '--show-template', '--json'], {
    cwd: tmpdir(),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the CDK CLI does not show its bootstrap: ${stderr}`);
  const { Resources, ...template } = JSON.parse(stdout) as { Resources: Record<string, { Condition?: string }> };
  const standing = Object.fromEntries(Object.entries(Resources).filter(([, { Condition }]) => Condition === undefined));
  const stack = withResources({
    id: 'CDKToolkit',
    name: 'CDKToolkit',
    region: 'us-east-1',
    terminationProtection: false,
    template: { ...template, Resources: standing },
  });
  return { folder: '', stacks: [stack] };
}

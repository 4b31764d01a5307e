import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetParameterCommand } from '@aws-sdk/client-ssm';
import * as z from 'zod/mini';
import type { Judged } from './finding';
import type { Question } from './question';

const properties = z.object({
  requiresBootstrapStackVersion: z.optional(z.number()),
  bootstrapStackVersionSsmParameter: z.optional(z.string()),
});
const manifest = z.object({
  artifacts: z.record(z.string(), z.object({ properties: z.optional(properties) })),
});

/** What the bootstrap of an account has to be for an assembly: the parameter that holds its version, and the least version. */
export interface Bootstrap {
  readonly parameter: string;
  readonly least: number;
}

/** The account and region are bootstrapped, with all that the templates ask for. */
export const bootstrapVersion: Question = {
  id: 'bootstrap-version',
  needs: ['ssm:GetParameter'],
  async ask({ account, region, assembly, clients }) {
    const found: Judged[] = [];
    for (const bootstrap of bootstrapsOf(assembly.folder)) {
      const answer = await clients.ssm
        .send(new GetParameterCommand({ Name: bootstrap.parameter }))
        .catch((error: Error) => {
          if (error.name !== 'ParameterNotFound') throw error;
          return undefined;
        });
      found.push(...judgeBootstrap(bootstrap, answer?.Parameter?.Value, `aws://${account}/${region}`));
    }
    return found;
  },
};

/** What the manifest of an assembly asks for; one entry for each qualifier that its stacks use. */
export function bootstrapsOf(folder: string): Bootstrap[] {
  const { artifacts } = z.parse(manifest, JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const least = new Map<string, number>();
  for (const { properties: asked } of Object.values(artifacts)) {
    const parameter = asked?.bootstrapStackVersionSsmParameter;
    if (parameter === undefined) continue;
    least.set(parameter, Math.max(least.get(parameter) ?? 0, asked?.requiresBootstrapStackVersion ?? 0));
  }
  return [...least].map(([parameter, version]) => ({ parameter, least: version }));
}

/** @param version what the parameter holds; undefined when there is none */
export function judgeBootstrap({ parameter, least }: Bootstrap, version: string | undefined, where: string): Judged[] {
  const command = `npx cdk bootstrap ${where}`;
  if (version === undefined)
    return [{ severity: 'blocks-deploy', message: `${where} is not bootstrapped: there is no ${parameter}`, command }];
  // What is no number is no version either.
  if (Number(version) >= least) return [];
  return [
    {
      severity: 'blocks-deploy',
      message: `${where} is bootstrapped in version ${version}; the templates need ${least}`,
      command,
    },
  ];
}

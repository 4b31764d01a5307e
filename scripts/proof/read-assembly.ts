import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Assembly, Placed, Resource, Stack } from './assembly';

const artifact = z.object({
  type: z.string(),
  environment: z.optional(z.string()),
  properties: z.optional(
    z.object({
      templateFile: z.optional(z.string()),
      stackName: z.optional(z.string()),
      terminationProtection: z.optional(z.boolean()),
    }),
  ),
});
const manifest = z.object({ artifacts: z.record(z.string(), artifact) });
const template = z.looseObject({ Resources: z.record(z.string(), z.looseObject({ Type: z.string() })) });

/** Reads what `cdk synth` wrote into a folder. Throws naming the file that is missing or is not what it should be. */
export function readAssembly(folder: string): Assembly {
  const { artifacts } = parse(manifest, folder, 'manifest.json');
  const stacks = Object.entries(artifacts)
    .filter(([, { type }]) => type === 'aws:cloudformation:stack')
    .map(([id, { environment = '', properties = {} }]) => {
      return withResources({
        id,
        name: properties.stackName ?? id,
        // As `aws://account/region`.
        region: environment.split('/').at(-1) ?? '',
        terminationProtection: properties.terminationProtection ?? false,
        template: parse(template, folder, properties.templateFile ?? `${id}.template.json`),
      });
    });
  if (stacks.length === 0) throw new Error(`${folder} holds no stack: it has to be what cdk synth wrote`);
  return { folder, stacks };
}

/** A stack with the resources of its template, each of which knows its stack. */
export function withResources(parts: Omit<Stack, 'resources'>): Stack {
  const resources: Placed[] = [];
  const stack: Stack = { ...parts, resources };
  const found = parts.template.Resources as Readonly<Record<string, Resource & { Metadata?: Record<string, string> }>>;
  for (const [logicalId, resource] of Object.entries(found))
    resources.push({
      ...resource,
      Properties: resource.Properties ?? {},
      stack,
      logicalId,
      path: resource.Metadata?.['aws:cdk:path'] ?? '',
    });
  return stack;
}

function parse<Schema extends z.ZodMiniType>(schema: Schema, folder: string, name: string): z.infer<Schema> {
  const file = join(folder, name);
  try {
    return z.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`cannot read ${file}: ${(cause as Error).message}`, { cause });
  }
}

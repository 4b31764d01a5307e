import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assembly, Stack } from '../assembly';
import { readAssembly } from '../read-assembly';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'release');

/** The templates of the last release. Throws naming the way out when there are none. */
export function releasedAssembly(environment: string): Assembly {
  const folder = join(FOLDER, environment);
  if (!existsSync(folder)) throw new Error(`nothing of ${environment} is released: npm run proof:diff -- --adopt`);
  return readAssembly(folder);
}

/** Keeps the templates of an assembly as those of the last release, in a form that a review can read. */
export function adopt(environment: string, { folder, stacks }: Assembly): void {
  const kept = join(FOLDER, environment);
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  const { artifacts } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const manifest = Object.fromEntries(stacks.map((stack) => [stack.id, artifactOf(stack, artifacts[stack.id])]));
  write(join(kept, 'manifest.json'), { artifacts: manifest });
  for (const stack of stacks) write(join(kept, fileOf(stack)), withoutMetadata(stack));
}

function artifactOf(stack: Stack, { type, environment }: { type: string; environment?: string }) {
  return { type, environment, properties: { templateFile: fileOf(stack), stackName: stack.name } };
}

function fileOf({ id }: Stack): string {
  return `${id}.template.json`;
}

/** Where constructs stand in the tree is no part of what is deployed. */
function withoutMetadata({ template }: Stack) {
  const resources = Object.entries(template.Resources as Record<string, { Metadata?: unknown }>);
  return {
    ...template,
    Resources: Object.fromEntries(resources.map(([id, { Metadata: _, ...resource }]) => [id, resource])),
  };
}

function write(path: string, value: object): void {
  writeFileSync(path, `${JSON.stringify(value, undefined, 1)}\n`);
}

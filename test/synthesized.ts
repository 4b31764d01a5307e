import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { handlerBundles } from '../lib/config/bundle-handlers';
import type { Dataset } from '../lib/config/dataset';
import type { EnvironmentConfig } from '../lib/config/environment-config';
import { ENVIRONMENTS } from '../lib/config/environments';
import { STACK_IDS, type StackId, stackName } from '../lib/config/stacks';
import { mlLifecycle } from '../lib/ml-lifecycle';
import { DATASETS } from './datasets';

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly Condition?: string;
  readonly DependsOn?: string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface Template {
  readonly Resources: Record<string, Resource>;
}

/** One resource of one stack, with its place for messages. */
export interface Placed extends Resource {
  readonly stack: StackId;
  readonly logicalId: string;
}

const CONTEXT = JSON.parse(readFileSync(join(__dirname, '..', 'cdk.json'), 'utf8')).context;

/** The templates of one environment by stack, with the project's own feature flags. */
export function synthesize(config: EnvironmentConfig, dataset = DATASETS[0] as Dataset): Record<StackId, Template> {
  const app = new App({ context: CONTEXT });
  mlLifecycle(app, { config, dataset, ...handlerBundles(dataset) });
  const assembly = app.synth();
  return Object.fromEntries(
    STACK_IDS.map((stack) => [stack, assembly.getStackByName(stackName(config, stack)).template]),
  ) as Record<StackId, Template>;
}

/** All environments as they are deployed. */
export const SYNTHESIZED = Object.values(ENVIRONMENTS).map((config) => ({
  config,
  environment: config.environment,
  templates: synthesize(config),
}));

/** Every resource of an environment, of one type or of all. */
export function resources(templates: Record<StackId, Template>, type?: string): Placed[] {
  return STACK_IDS.flatMap((stack) =>
    Object.entries(templates[stack].Resources)
      .filter(([, resource]) => type === undefined || resource.Type === type)
      .map(([logicalId, resource]) => ({ ...resource, Properties: resource.Properties ?? {}, stack, logicalId })),
  );
}

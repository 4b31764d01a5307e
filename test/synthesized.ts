import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { handlerBundles } from '../lib/config/bundle-handlers';
import { PHASES, type Phase } from '../lib/config/cost-tags';
import type { Dataset } from '../lib/config/dataset';
import type { EnvironmentConfig } from '../lib/config/environment-config';
import { ENVIRONMENTS } from '../lib/config/environments';
import { mlLifecycle } from '../lib/ml-lifecycle';
import { DATASETS } from './datasets';

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DependsOn?: string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface Template {
  readonly Resources: Record<string, Resource>;
}

/** One resource of one stack, with its place for messages. */
export interface Placed extends Resource {
  readonly phase: Phase;
  readonly logicalId: string;
}

const CONTEXT = JSON.parse(readFileSync(join(__dirname, '..', 'cdk.json'), 'utf8')).context;

/** The templates of one environment by phase, with the project's own feature flags. */
function synthesize(config: EnvironmentConfig, dataset = DATASETS[0] as Dataset): Record<Phase, Template> {
  const app = new App({ context: CONTEXT });
  mlLifecycle(app, { config, dataset, ...handlerBundles(dataset) });
  const assembly = app.synth();
  return Object.fromEntries(
    PHASES.map((phase) => [
      phase,
      assembly.getStackByName(`${config.project}-${config.environment}-${phase}`).template,
    ]),
  ) as Record<Phase, Template>;
}

/** All environments as they are deployed. */
export const SYNTHESIZED = Object.values(ENVIRONMENTS).map((config) => ({
  config,
  environment: config.environment,
  templates: synthesize(config),
}));

/** Every resource of an environment, of one type or of all. */
export function resources(templates: Record<Phase, Template>, type?: string): Placed[] {
  return PHASES.flatMap((phase) =>
    Object.entries(templates[phase].Resources)
      .filter(([, resource]) => type === undefined || resource.Type === type)
      .map(([logicalId, resource]) => ({ ...resource, Properties: resource.Properties ?? {}, phase, logicalId })),
  );
}

import type { EnvironmentConfig } from './environment-config';

/** The lifecycle's phases, which are the folders under `lib` that own stacks. */
export const PHASES = [
  'foundation',
  'data-lake',
  'feature-store',
  'data-preparation',
  'model-registry',
  'training',
  'serving',
  'model-monitoring',
  'governance',
  'operations',
] as const;
export type Phase = (typeof PHASES)[number];

export const TAG_KEYS = ['ml:project', 'ml:environment', 'ml:phase', 'ml:owner', 'ml:cost-center', 'ml:model'] as const;
export type CostTags = Readonly<Record<(typeof TAG_KEYS)[number], string>>;

/** The tags of everything that `phase` costs: on its resources and in the arguments of every job it starts. */
export function costTags(config: EnvironmentConfig, phase: Phase, model: string): CostTags {
  return {
    'ml:project': config.project,
    'ml:environment': config.environment,
    'ml:phase': phase,
    'ml:owner': config.owner,
    'ml:cost-center': config.costCenter,
    'ml:model': model,
  };
}

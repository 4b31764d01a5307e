import type { Phase } from './cost-tags';
import type { EnvironmentConfig } from './environment-config';

/** Every stack in the order of deployment, with the phase that it is part of. */
export const STACKS = {
  foundation: 'foundation',
  'data-lake': 'data-lake',
  'feature-store': 'feature-store',
  'data-preparation': 'data-preparation',
  'model-registry': 'model-registry',
  training: 'training',
  'serving-access': 'serving',
  serving: 'serving',
  prediction: 'serving',
  'model-monitoring': 'model-monitoring',
  'monitor-schedules': 'model-monitoring',
  governance: 'governance',
  operations: 'operations',
  /** Missing where nothing of it is wanted. */
  budget: 'governance',
} as const satisfies Record<string, Phase>;
export type StackId = keyof typeof STACKS;
export const STACK_IDS = Object.keys(STACKS) as StackId[];

/** Starts every name that somebody fixed, so that several environments and projects fit one account. */
export function fixedName({ project, environment }: EnvironmentConfig, ...parts: string[]): string {
  return [project, environment, ...parts].join('-');
}

/** A stack's name, `<project>-<environment>-<stack>`; also for those who meet the stack only when everything is deployed. */
export function stackName(config: EnvironmentConfig, stack: StackId): string {
  return fixedName(config, stack);
}

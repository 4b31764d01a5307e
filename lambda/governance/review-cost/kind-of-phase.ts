/** What a phase's cost is for: making models, having them answer, or everything around both. */
export type Kind = 'development' | 'running' | 'shared';

/**
 * By phase. Serving and monitoring run the model; what leads to a version in the registry develops it, also when a monitor
 * asked for the training, since a bill does not tell who asked. All others, and costs without a phase, are shared.
 */
export const KINDS: Readonly<Record<string, Kind>> = {
  'data-lake': 'development',
  'feature-store': 'development',
  'data-preparation': 'development',
  'model-registry': 'development',
  training: 'development',
  serving: 'running',
  'model-monitoring': 'running',
};

export function kindOf(phase: string): Kind {
  return KINDS[phase] ?? 'shared';
}

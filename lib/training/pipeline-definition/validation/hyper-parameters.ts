import type { PlacedStep } from './placed-step';
import { entriesAt } from './read-json';

/** The fixed hyperparameters of a training or tuning step. */
export function hyperParameters({ own }: PlacedStep): readonly [string, unknown][] {
  return [
    ...entriesAt(own, 'Arguments', 'HyperParameters'),
    ...entriesAt(own, 'Arguments', 'TrainingJobDefinition', 'StaticHyperParameters'),
  ];
}

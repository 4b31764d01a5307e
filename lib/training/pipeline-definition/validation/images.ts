import type { PlacedStep } from './placed-step';
import { listAt, valueAt } from './read-json';
import { forEachStep } from './rule';

/** Containers run images from our list only. */
export const images = forEachStep((step, { expectations }) =>
  imagesOf(step)
    .filter((image) => expectations.images !== undefined && !expectations.images.some((ours) => ours === image))
    .map((image) => `Step ${step.name} uses the image ${JSON.stringify(image)}, which is not one of ours.`),
);

function imagesOf({ own }: PlacedStep): readonly unknown[] {
  const one = [
    valueAt(own, 'Arguments', 'AlgorithmSpecification', 'TrainingImage'),
    valueAt(own, 'Arguments', 'TrainingJobDefinition', 'AlgorithmSpecification', 'TrainingImage'),
    valueAt(own, 'Arguments', 'AppSpecification', 'ImageUri'),
    valueAt(own, 'Arguments', 'PrimaryContainer', 'Image'),
  ];
  const registered = listAt(own, 'Arguments', 'InferenceSpecification', 'Containers').map((container) =>
    valueAt(container, 'Image'),
  );
  return [...one, ...registered].filter((image) => image !== undefined);
}

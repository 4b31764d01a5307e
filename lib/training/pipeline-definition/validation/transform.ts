import { valueAt } from './read-json';
import { forEachStep } from './rule';

/** A transform that joins scores to its input reads and writes one format, or the service refuses it. */
export const transform = forEachStep(({ name, type, own }) => {
  if (type !== 'Transform') return [];
  const input = valueAt(own, 'Arguments', 'TransformInput');
  const output = valueAt(own, 'Arguments', 'TransformOutput');
  const isJoined = valueAt(own, 'Arguments', 'DataProcessing', 'JoinSource') === 'Input';
  const isBatched = valueAt(own, 'Arguments', 'BatchStrategy') !== undefined;
  const split = valueAt(input, 'SplitType');
  return [
    isJoined &&
      valueAt(input, 'ContentType') !== valueAt(output, 'Accept') &&
      `Step ${name} joins scores to its input, but Accept is not its ContentType.`,
    isJoined &&
      split !== valueAt(output, 'AssembleWith') &&
      `Step ${name} joins scores to its input, but AssembleWith is not its SplitType.`,
    isBatched &&
      (split === undefined || split === 'None') &&
      `Step ${name} has a BatchStrategy, but does not split its input.`,
  ].filter((problem) => problem !== false);
});

import { about, type Check } from '../check';
import { asynchronousEdges } from '../dead-letters';

/** nothing that is handed on without waiting is lost at the first fault, or after the last. */
export const asyncEdgesRetryAndPark: Check = {
  id: 'async-edges-retry-and-park',
  rule: 'Every asynchronous edge retries and has a dead-letter queue (R-01)',
  find: (assembly) =>
    asynchronousEdges(assembly).flatMap(({ at, what, deadLetters, retryFault }) => [
      ...(deadLetters === undefined
        ? [about(at, `${what}: no dead-letter queue, so what fails for good is lost`)]
        : []),
      ...(retryFault === undefined ? [] : [about(at, `${what}: ${retryFault}`)]),
    ]),
};

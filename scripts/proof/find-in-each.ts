import type { Assembly, Placed } from './assembly';
import { about, type Check, type Finding } from './check';
import { resourcesOf } from './resources-of';

/** Sentences about one resource; what is false or empty says that all is well. */
export type Faults = (resource: Placed, assembly: Assembly) => readonly (string | false | undefined)[];

/** Asks for the faults of each resource of some types; of all types if none is named. */
export function findInEach(types: readonly string[], faults: Faults): Check['find'] {
  return (assembly): readonly Finding[] =>
    resourcesOf(assembly, ...types).flatMap((resource) =>
      faults(resource, assembly)
        .filter((message) => typeof message === 'string' && message !== '')
        .map((message) => about(resource, String(message))),
    );
}

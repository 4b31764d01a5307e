import type { TAG_KEYS } from '../../lib/config/cost-tags';
import type { Stack } from '../proof/assembly';
import { record } from '../proof/json';

const PHASE: (typeof TAG_KEYS)[number] = 'ml:phase';

/** The phase that a stack belongs to, as its resources' tags say it; its id where nothing is tagged. */
export function phaseOf({ id, resources }: Stack): string {
  for (const { Properties } of resources) {
    const phase = tagIn(Properties.Tags);
    if (typeof phase === 'string') return phase;
  }
  return id;
}

function tagIn(tags: unknown): unknown {
  return Array.isArray(tags) ? tags.map(record).find(({ Key }) => Key === PHASE)?.Value : record(tags)[PHASE];
}

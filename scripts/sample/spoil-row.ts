import type { Sample, Spoil } from './sample-schema';
import type { SeededRandom } from './seeded-random';

/** A spoilt value: a number as it is written, an empty or wrong text, or a day this long after the event. */
function spoilt(spoil: Spoil, value: string, dayAfterEvent: (days: number) => string, random: SeededRandom): string {
  if ('missing' in spoil) return '';
  if ('instead' in spoil) return spoil.instead[random.below(spoil.instead.length)] ?? '';
  // What is 0 or nothing has no opposite.
  if ('negated' in spoil) return Number(value) > 0 ? `-${value}` : '-1';
  const [fewest, most] = spoil.daysAfterEvent;
  return dayAfterEvent(fewest + random.below(most - fewest + 1));
}

/** Damages a row's written values in place, each kind of damage in its share of the rows. */
export function spoilRow(
  cells: Record<string, string>,
  dirt: Sample['dirt']['values'],
  dayAfterEvent: (days: number) => string,
  random: SeededRandom,
): void {
  for (const spoil of dirt)
    if (random.uniform() < spoil.share)
      cells[spoil.column] = spoilt(spoil, cells[spoil.column] ?? '', dayAfterEvent, random);
}

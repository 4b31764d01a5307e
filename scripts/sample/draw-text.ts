import type { SeededRandom } from './seeded-random';

/** Lower-case a to z only: what is left of a name in an address. */
function plain(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

/** Fills a pattern: `{list}` and `{list|plain}` with the customer's word, `#` with a digit, `?` with a letter. */
export function drawText(pattern: string, words: Readonly<Record<string, string>>, random: SeededRandom): string {
  return pattern.replace(/\{(\w+)(\|plain)?\}|#|\?/g, (found, list?: string, folded?: string) => {
    if (found === '#') return String(random.below(10));
    if (found === '?') return String.fromCharCode(97 + random.below(26));
    const word = words[list ?? ''] ?? '';
    return folded ? plain(word) : word;
  });
}

/** Numbers, switches and CloudFormation's own choices, such as `USER_PASSWORD_AUTH`. */
export function isWord(text: string): boolean {
  return /^(true|false|enabled|disabled|required|optional|none|\d+)$/i.test(text) || /^[A-Z]+(_[A-Z]+)+$/.test(text);
}

/** Long, of one piece, and of letters, digits and signs as chance mixes them; a hash is called one. */
export function isRandom(name: string, text: string): boolean {
  if (/hash|digest|sha|checksum|commit|version|revision/i.test(name)) return false;
  if (/(^|[-_])key$/i.test(name) && text.length >= 12) return true;
  if (/^[0-9a-f]{32,}$/i.test(text)) return true;
  return (
    /^[A-Za-z0-9+/=_-]{32,}$/.test(text) &&
    [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(text)) &&
    entropy(text) >= 4
  );
}

/** Bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const each of text) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0);
}

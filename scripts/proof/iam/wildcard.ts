/** One place of a pattern: a letter, any letter but the barred ones; `loop` stands for as many of them as there are. */
export interface Token {
  readonly letter?: string;
  readonly barred?: string;
  readonly loop: boolean;
}

const compiled = new Map<string, RegExp>();

/** Whether a text is what a pattern of IAM stands for: `*` for any text, `?` for one letter. */
export function matches(pattern: string, text: string, { ignoreCase = false } = {}): boolean {
  const key = `${ignoreCase}${pattern}`;
  let expression = compiled.get(key);
  if (!expression) {
    const escaped = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    expression = new RegExp(`^${escaped}$`, ignoreCase ? 'is' : 's');
    compiled.set(key, expression);
  }
  return expression.test(text);
}

/** A pattern of IAM, place by place. */
export function tokensOf(pattern: string): Token[] {
  return [...pattern].map((letter) =>
    letter === '*' || letter === '?' ? { loop: letter === '*' } : { letter, loop: false },
  );
}

/** Whether any text at all is what both patterns stand for. */
export function overlap(one: readonly Token[], other: readonly Token[]): boolean {
  const tried = new Set<number>();
  const from = (i: number, j: number): boolean => {
    const place = i * (other.length + 1) + j;
    if (tried.has(place)) return false;
    tried.add(place);
    const [a, b] = [one[i], other[j]];
    if (!a && !b) return true;
    if (a?.loop && from(i + 1, j)) return true;
    if (b?.loop && from(i, j + 1)) return true;
    return a !== undefined && b !== undefined && meet(a, b) && from(a.loop ? i : i + 1, b.loop ? j : j + 1);
  };
  return from(0, 0);
}

function meet(a: Token, b: Token): boolean {
  if (a.letter !== undefined && b.letter !== undefined) return a.letter === b.letter;
  if (a.letter !== undefined) return !(b.barred ?? '').includes(a.letter);
  return b.letter === undefined || !(a.barred ?? '').includes(b.letter);
}

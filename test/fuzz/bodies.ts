import fc, { type Arbitrary } from 'fast-check';

/** Values that programs trip over. */
const odd = fc.constantFrom<unknown>(
  null,
  true,
  '',
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  '#{jndi:ldap://x}',
  "'; DROP TABLE x; --",
  '=1+1',
  '../../etc/passwd',
  -0,
  1e308,
  -1,
  Number.MAX_SAFE_INTEGER,
  2 ** 31,
  [],
  {},
  [[]],
);

/** Texts like a request's body: sound, nearly sound, cut, with a letter changed, or nothing of the kind. */
export function bodiesLike(sound: Arbitrary<unknown>): Arbitrary<string> {
  const text = sound.map((value) => JSON.stringify(value));
  const edited = fc.tuple(sound, fc.nat(), fc.oneof(odd, fc.jsonValue())).map(([value, place, other]) => {
    const places = placesIn(value);
    return JSON.stringify(replaced(value, places[place % places.length] ?? [], other));
  });
  const extended = fc
    .tuple(sound, fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', ''), fc.string()), fc.jsonValue())
    .map(([value, key, more]) => `{${JSON.stringify(key)}:${JSON.stringify(more)},${JSON.stringify(value).slice(1)}`);
  const cut = fc.tuple(text, fc.nat()).map(([whole, end]) => whole.slice(0, end % (whole.length + 1)));
  const changed = fc
    .tuple(text, fc.nat(), fc.string({ unit: 'binary', maxLength: 2 }))
    .map(([whole, place, letter]) => {
      const at = place % whole.length;
      return whole.slice(0, at) + letter + whole.slice(at + 1);
    });
  const nested = fc.nat({ max: 2_000 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth));
  return fc.oneof(
    { arbitrary: text, weight: 2 },
    { arbitrary: edited, weight: 4 },
    { arbitrary: extended, weight: 1 },
    { arbitrary: cut, weight: 1 },
    { arbitrary: changed, weight: 2 },
    { arbitrary: fc.json(), weight: 1 },
    { arbitrary: fc.string({ unit: 'binary' }), weight: 1 },
    { arbitrary: nested, weight: 1 },
  );
}

type Path = readonly (string | number)[];

/** Where a value may be replaced: itself and everything in it. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((each, index) => placesIn(each, [...path, index]))];
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...path, key]))];
}

function replaced(value: unknown, [first, ...rest]: Path, other: unknown): unknown {
  if (first === undefined) return other;
  if (Array.isArray(value)) return value.map((each, index) => (index === first ? replaced(each, rest, other) : each));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, each]) => [key, key === first ? replaced(each, rest, other) : each]),
  );
}

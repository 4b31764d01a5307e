import type { Bundle } from './bundle';

/** How a command of AWS's SDK for JavaScript stands in a bundle, minified or not: as a class made for one operation. */
const COMMANDS = [
  /extends [\w$]+\([\w$]+,\s*[\w$]+,\s*["'`]([A-Z]\w+)["'`],\s*[\w$]+\)/g,
  /\.s\(["'`]\w+["'`],\s*["'`]([A-Z]\w+)["'`],\s*\{\}\)/g,
];

const known = new Map<Bundle, ReadonlySet<string>>();

/** The operations of AWS that a bundle can call; undefined for one in which no command can be made out. */
export function operationsIn(bundle: Bundle): ReadonlySet<string> | undefined {
  const found =
    known.get(bundle) ??
    new Set(COMMANDS.flatMap((form) => [...bundle.text.matchAll(form)].map(([, operation = '']) => operation)));
  known.set(bundle, found);
  return found.size === 0 ? undefined : found;
}

import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Assembly, Placed } from './assembly';
import { assetKeys } from './asset-keys';
import { under } from './leaves';
import { textOf } from './points-to';

/** The code of a function as it is uploaded, bundled or not. */
export interface Bundle {
  /** The module that the handler is in; undefined if there is none. */
  readonly file?: string;
  readonly text: string;
  /** What the module exports, as far as handlers go. */
  readonly exports: (name: string) => boolean;
  /** Environment variables that it cannot do without, and that it reads at all. */
  readonly needs: ReadonlySet<string>;
  readonly reads: ReadonlySet<string>;
  /** Those that it takes for numbers. */
  readonly numbers: ReadonlySet<string>;
}

const NAME = '[\\w$]+';
/** Minified text is read once; it is known by where it really stands. */
const known = new Map<string, Bundle>();

/** What a function runs; undefined when the assembly says nothing of it, as for code that stands in the template. */
export function bundleOf({ Properties, stack }: Placed, assembly: Assembly): Bundle | undefined {
  const key = textOf(under(Properties, 'Code', 'S3Key'), stack, assembly);
  const folder = assetKeys(assembly)?.get(key);
  if (folder === undefined || !existsSync(folder) || !statSync(folder).isDirectory()) return undefined;
  const module = String(Properties.Handler ?? '').replace(/\.[^./]*$/, '');
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(
    (path) => /^(?:(.*)\.(?:mjs|cjs|js|py))$/.exec(path.replaceAll('\\', '/'))?.[1] === module,
  );
  const place = realpathSync(file === undefined ? folder : join(folder, file));
  const found = known.get(place) ?? bundle(file === undefined ? '' : readFileSync(place, 'utf8'), file);
  known.set(place, found);
  return found;
}

function bundle(text: string, file: string | undefined): Bundle {
  const contract = contractReads(text);
  const direct = directReads(text);
  return {
    file,
    text,
    exports: (name) => exported(text, name),
    needs: new Set([...contract, ...direct.needed]),
    reads: new Set([...contract, ...direct.read]),
    numbers: new Set(numberReads(text)),
  };
}

/** Names in a list that is handed to a function which has `process.env` as its default source and throws on what is missing. */
function contractReads(text: string): string[] {
  const readers = [
    ...text.matchAll(new RegExp(`(?:function (${NAME})|[,; ](${NAME})=)\\(${NAME},${NAME}=process\\.env\\)`, 'g')),
  ].map(([, a, b]) => a ?? b ?? '');
  return readers.flatMap((reader) =>
    [...text.matchAll(new RegExp(`(?<![\\w$])${escaped(reader)}\\(([^()]*)\\)`, 'g'))].flatMap(([, argument = '']) =>
      namesIn(argument, text),
    ),
  );
}

/** The texts of a list, or of the list that a name stands for. */
function namesIn(argument: string, text: string, depth = 0): string[] {
  const list = /^\[(.*)\]$/s.exec(argument.trim())?.[1];
  if (list === undefined) {
    if (depth > 3 || !new RegExp(`^${NAME}$`).test(argument.trim())) return [];
    const assigned = new RegExp(`(?<![\\w$.])${escaped(argument.trim())}=(\\[[^\\]]*\\])`).exec(text)?.[1];
    return assigned === undefined ? [] : namesIn(assigned, text, depth + 1);
  }
  return list.split(',').flatMap((each) => {
    const literal = /^["'`]([A-Z_][A-Z0-9_]*)["'`]$/.exec(each.trim())?.[1];
    if (literal !== undefined) return [literal];
    return each.trim().startsWith('...') ? namesIn(each.trim().slice(3), text, depth + 1) : [];
  });
}

/** Reads of `process.env.NAME` and of Python's `os.environ`; one with a default is not needed. */
function directReads(text: string): { needed: string[]; read: string[] } {
  const js = [
    ...text.matchAll(
      /process\.env(?:\??\.([A-Z_][A-Z0-9_]*)|\??\.?\[["'`]([A-Z_][A-Z0-9_]*)["'`]\])(\s*(?:\?\?|\|\||===|!==|==|!=|&&|\?|\)|=))?/g,
    ),
  ];
  const destructured = [...text.matchAll(/\{([^{}]*)\}=process\.env\b/g)].flatMap(([, names = '']) =>
    names
      .split(',')
      .map((each) => /^\s*([A-Z_][A-Z0-9_]*)\s*(?::|$)/.exec(each)?.[1])
      .filter((each) => each !== undefined),
  );
  const python = [...text.matchAll(/os\.(environ\[|environ\.get\(|getenv\()\s*["']([A-Z_][A-Z0-9_]*)["']/g)];
  const indirect = [...text.matchAll(new RegExp(`process\\.env\\[(${NAME})\\]`, 'g'))].flatMap(([, name = '']) => {
    const value = new RegExp(`(?<![\\w$.])${escaped(name)}=["'\`]([A-Z_][A-Z0-9_]*)["'\`]`).exec(text)?.[1];
    return value === undefined ? [] : [value];
  });
  return {
    needed: [
      ...js.filter(([, , , optional]) => !optional).map(([, a, b]) => a ?? b ?? ''),
      ...python.filter(([, how]) => how === 'environ[').map(([, , name = '']) => name),
    ],
    read: [
      ...js.map(([, a, b]) => a ?? b ?? ''),
      ...destructured,
      ...python.map(([, , name = '']) => name),
      ...indirect,
    ],
  };
}

/** Names that are handed to a function which makes a number of a variable. */
function numberReads(text: string): string[] {
  const readers = [
    ...text.matchAll(
      new RegExp(
        `function (${NAME})\\((${NAME}),(${NAME})\\)\\{(?:let|const|var) ${NAME}=Number\\(\\2\\[\\3\\]\\)`,
        'g',
      ),
    ),
  ].map(([, name = '']) => name);
  return readers.flatMap((reader) =>
    [
      ...text.matchAll(new RegExp(`(?<![\\w$])${escaped(reader)}\\(${NAME},["'\`]([A-Z_][A-Z0-9_]*)["'\`]\\)`, 'g')),
    ].map(([, name = '']) => name),
  );
}

function exported(text: string, name: string): boolean {
  const it = escaped(name);
  return [
    `export\\s*\\{[^}]*(?:\\bas ${it}|(?<=[{,\\s])${it})\\s*[,}]`,
    `export (?:async )?(?:const|let|var|function\\*?) ${it}\\b`,
    `exports\\.${it}\\b`,
    `module\\.exports\\s*=\\s*\\{[^}]*\\b${it}\\b`,
    `[{,]\\s*${it}:\\(\\)=>`,
    `^(?:async )?def ${it}\\(`,
  ].some((pattern) => new RegExp(pattern, 'm').test(text));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

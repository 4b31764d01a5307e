import type { Shape } from './sdk-models';

/** Texts for which Step Functions also takes an object, which it writes as JSON. */
const JSON_TEXTS = /^(Message|MessageBody|Input|Payload|Detail|Body|Output)$/;
/** What Step Functions adds to requests of its own. */
const OWN = /^AWS_STEP_FUNCTIONS_/;

/** What of a value a service does not take, each as a sentence that begins with what is given; paths are not judged. */
export function unfit(value: unknown, shape: Shape, path: string): string[] {
  if (shape === undefined || value === undefined) return [];
  if (shape.kind === 'list')
    return Array.isArray(value)
      ? value.flatMap((each, place) => unfit(each, shape.of(), `${path}.${place}`))
      : [`gives ${path} no list`];
  if (shape.kind === 'map')
    return isFields(value)
      ? Object.entries(value).flatMap(([key, each]) => (isPath(key) ? [] : unfit(each, shape.of(), `${path}.${key}`)))
      : [`gives ${path} no object`];
  if (shape.kind !== 'structure' && shape.kind !== 'union') return simpleFaults(value, shape.kind, path);
  if (!isFields(value)) return [`gives ${path} no object`];
  const members = new Map(
    [...shape.members].flatMap(([name, of]) => [written(name), folded(name)].map((each) => [each, of])),
  );
  const keys = Object.keys(value).filter((key) => !OWN.test(key));
  const given = keys.map((key) => key.replace(/\.\$$/, ''));
  return [
    ...(shape.kind === 'union' && keys.length !== 1 ? [`gives ${path} ${keys.length} members, expected one`] : []),
    ...shape.needs
      .filter((name) => !given.includes(written(name)) && !given.includes(folded(name)))
      .map((name) => `gives ${path} no ${name}`),
    ...keys.flatMap((key) => {
      const name = key.replace(/\.\$$/, '');
      const of = members.get(name);
      if (!of) return [`gives ${path} the member ${name}, which it does not have`];
      return isPath(key) ? [] : unfit(value[key], of(), `${path}.${name}`);
    }),
  ];
}

function simpleFaults(value: unknown, kind: 'text' | 'number' | 'boolean', path: string): string[] {
  const found = typeof value === 'string' ? 'text' : typeof value;
  if (found === kind || (found === 'object' && JSON_TEXTS.test(path.split('.').at(-1) ?? ''))) return [];
  return [`gives ${path} ${JSON.stringify(value)}, expected a ${kind}`];
}

/** State machines begin members with a capital. */
function written(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** Calls by the SDK write only the first letter of an abbreviation large: `RoleArn` for `RoleARN`. */
function folded(name: string): string {
  return written(name).replace(
    /([A-Z])([A-Z]+)(?=[A-Z][a-z]|s?$|\d)/g,
    (_, first: string, others: string) => first + others.toLowerCase(),
  );
}

function isPath(key: string): boolean {
  return key.endsWith('.$');
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { matches } from '../admits';
import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { EVENTS } from '../facts/events';
import { API_CALL, API_CALL_FIELDS, ENVELOPE, FILTERS, OTHER_SOURCES } from '../facts/events-pattern';
import type { RecordedEvent } from '../facts/events-shape';
import { type Json, list, record } from '../json';
import { eventsFor, literals, valuesOf } from '../recorded-events';
import { referred } from '../referred';
import { resourcesOf } from '../resources-of';
import { isOpen, textOf } from '../text-of';

/** A rule whose pattern no event ever matches is deployed without a word and never fires. */
export const eventPatternsMatch: Check = {
  id: 'event-patterns-match',
  rule: 'Every pattern fits an event that its source sends: type, fields, values and their kinds (event references of the services)',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::Events::Rule')
      .filter(({ Properties }) => Properties.EventPattern !== undefined)
      .flatMap((rule) => {
        const pattern = record(rule.Properties.EventPattern);
        const events = eventsFor(pattern, rule, assembly);
        return patternFaults(pattern, events, rule, assembly).map((fault) => about(rule, fault));
      }),
};

function patternFaults(pattern: Json, events: readonly RecordedEvent[], rule: Placed, assembly: Assembly): string[] {
  const unknown = Object.keys(pattern).filter((key) => !ENVELOPE.includes(key) && key !== '$or');
  const notLists = Object.entries(pattern).filter(
    ([key, value]) => key !== 'detail' && key !== '$or' && !Array.isArray(value),
  );
  const shape = [
    ...unknown.map((key) => `EventPattern.${key} is no part of an event`),
    ...notLists.map(([key]) => `EventPattern.${key} is no list`),
  ];
  const sources = literals(pattern.source, rule, assembly);
  if (
    shape.length > 0 ||
    !sources.every((each) => each.startsWith('aws.')) ||
    sources.length !== list(pattern.source).length ||
    sources.length === 0
  )
    return [
      ...shape,
      ...(pattern.source === undefined && pattern['detail-type'] === undefined
        ? ['EventPattern names neither source nor detail-type, so it takes in everything']
        : []),
    ];
  const types = literals(pattern['detail-type'], rule, assembly);
  const known = EVENTS.filter(({ source }) => sources.includes(source));
  const strange = sources.filter(
    (each) => !EVENTS.some(({ source }) => source === each) && !OTHER_SOURCES.includes(each),
  );
  if (strange.length > 0) return strange.map((each) => `EventPattern.source is ${each}, which is no source of AWS`);
  if (known.length === 0)
    return EVENTS.filter(({ type }) => types.includes(type)).map(
      ({ source, type }) => `${sources.join(', ')} sends no ${JSON.stringify(type)}, ${source} does`,
    );
  const absent = types.filter((type) => type !== API_CALL && !known.some((event) => event.type === type));
  if (absent.length > 0)
    return absent.map(
      (type) =>
        `${sources.join(', ')} sends no ${JSON.stringify(type)}, expected one of ${known.map((event) => event.type).join(', ')}`,
    );
  if (types.includes(API_CALL))
    return Object.keys(record(pattern.detail))
      .filter((key) => !API_CALL_FIELDS.includes(key))
      .map((key) => `detail.${key} is no field of ${API_CALL}`);
  const perEvent = events.map((event) => detailFaults(pattern.detail, event, rule, assembly));
  // One of several events is enough.
  return perEvent.some((each) => each.length === 0) ? [] : (perEvent[0] ?? []);
}

function detailFaults(pattern: unknown, event: RecordedEvent, rule: Placed, assembly: Assembly, path = ''): string[] {
  return Object.entries(record(pattern)).flatMap(([key, wanted]) => {
    const inner = path === '' ? key : `${path}.${key}`;
    if (key === '$or') return list(wanted).flatMap((each) => detailFaults(each, event, rule, assembly, path));
    const [recorded] =
      path === ''
        ? list(event.detail[key] === undefined ? undefined : [event.detail[key]])
        : valuesOf(event.detail, inner);
    if (recorded === undefined)
      return event.open ? [] : [`detail.${inner} is no field of ${JSON.stringify(event.type)}`];
    if (!Array.isArray(wanted))
      return typeof wanted === 'object'
        ? detailFaults(wanted, event, rule, assembly, inner)
        : [`detail.${inner} is no list`];
    if (wanted.length === 0) return [`detail.${inner} is an empty list, which nothing matches`];
    const each = wanted.map((value) => valueFault(value, inner, recorded, event, rule, assembly));
    // A value that can never come is a slip also beside one that does.
    return each.filter((fault) => fault !== undefined);
  });
}

function valueFault(
  value: unknown,
  path: string,
  recorded: unknown,
  event: RecordedEvent,
  rule: Placed,
  assembly: Assembly,
): string | undefined {
  const at = `detail.${path}`;
  const values = event.values?.[path];
  const kind = Array.isArray(recorded) ? typeof recorded[0] : recorded === null ? 'string' : typeof recorded;
  const [filter = ''] = Object.keys(record(value));
  if (typeof value === 'object' && value !== null && !/^(Ref|Fn::|Condition)/.test(filter)) {
    if (!(filter in FILTERS)) return `${at} has the filter ${filter}, which EventBridge does not know`;
    if (!FILTERS[filter]?.includes(kind)) return `${at} is a ${kind}, on which ${filter} never matches`;
    const meets = {
      prefix: (text: string, by: string) => text.startsWith(by),
      suffix: (text: string, by: string) => text.endsWith(by),
      wildcard: (text: string, by: string) => matches(by, text),
    }[filter];
    const by = record(value)[filter];
    return meets && values && typeof by === 'string' && !values.some((each) => meets(each, by))
      ? `${at} never has ${filter} ${by}, expected ${values.join(', ')}`
      : undefined;
  }
  const named = event.names?.[path];
  const found = referred(value, rule.stack, assembly);
  if (named && found) {
    if (!named.type.test(found.resource.Type))
      return `${at} is ${found.resource.Type} ${found.resource.logicalId}, expected ${named.type.source}`;
    const whole = isOpen(textOf(value, rule, assembly)) && /^\$\{[^}]*\}$/.test(textOf(value, rule, assembly));
    return whole && named.attributes.length > 0 && !named.attributes.includes(found.attribute)
      ? `${at} is ${found.resource.logicalId}.${found.attribute}, expected ${named.attributes.join(' or ')}`
      : undefined;
  }
  if (typeof value !== 'object' && typeof value !== kind)
    return `${at} is ${JSON.stringify(value)}, but the event has a ${kind} there`;
  const text = textOf(value, rule, assembly);
  if (values && !isOpen(text) && !values.includes(text))
    return `${at} is never ${JSON.stringify(text)}, expected one of ${values.join(', ')}`;
  if (!named || isOpen(text)) return undefined;
  if (/Arn$/.test(path) && !text.startsWith('arn:')) return `${at} is ${JSON.stringify(text)}, expected an ARN`;
  if (named.name === undefined) return undefined;
  const names = resourcesOf(assembly)
    .filter(({ Type }) => named.type.test(Type))
    .map((each) => textOf(each.Properties[named.name ?? ''], each, assembly));
  return names.includes(text)
    ? undefined
    : `${at} is ${JSON.stringify(text)}, which is the name of no ${named.type.source}`;
}

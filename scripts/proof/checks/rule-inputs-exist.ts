import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { EVENTS } from '../facts/events';
import { ENVELOPE } from '../facts/events-pattern';
import type { RecordedEvent } from '../facts/events-shape';
import { type Json, list, record } from '../json';
import { eventsFor, valuesOf } from '../recorded-events';
import { resourcesOf } from '../resources-of';
import { textOf } from '../text-of';

const SCHEDULED = EVENTS.filter(({ type }) => type === 'Scheduled Event');

/** A target that is told of a field which no event has is told nothing, or is not told at all. */
export const ruleInputsExist: Check = {
  id: 'rule-inputs-exist',
  rule: 'What a rule tells its targets is in the events that it takes, by the paths that it names (EventBridge, input transformation)',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::Events::Rule').flatMap((rule) => {
      const { EventPattern, Targets } = rule.Properties;
      const events = EventPattern === undefined ? SCHEDULED : eventsFor(record(EventPattern), rule, assembly);
      return list(Targets)
        .flatMap((target) => inputFaults(record(target), events, rule, assembly))
        .map((fault) => about(rule, fault));
    }),
};

function inputFaults(
  { InputTransformer, InputPath, Input }: Json,
  events: readonly RecordedEvent[],
  { Properties, stack }: Placed,
  assembly: Assembly,
): string[] {
  const { InputPathsMap, InputTemplate } = record(InputTransformer);
  const paths = record(InputPathsMap);
  const template = textOf(InputTemplate, { stack }, assembly);
  const used = [...template.matchAll(/<([\w.-]+)>/g)]
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('aws.events.'));
  const said = [Input, InputPath, InputTransformer].filter((each) => each !== undefined).length;
  const open = Properties.EventPattern !== undefined && (events.length === 0 || events.some((event) => event.open));
  return [
    ...(said > 1 ? ['a target has more than one of Input, InputPath and InputTransformer'] : []),
    ...used
      .filter((name) => !(name in paths))
      .map((name) => `InputTemplate has <${name}>, which InputPathsMap does not`),
    ...Object.keys(paths)
      .filter((name) => !used.includes(name))
      .map((name) => `InputPathsMap has ${name}, which InputTemplate does not use`),
    ...[...Object.values(paths), ...list(InputPath)]
      .map(String)
      .filter((path) => !open && !isThere(path, events))
      .map((path) => `${path} is no field of the event`),
  ];
}

function isThere(path: string, events: readonly RecordedEvent[]): boolean {
  const [root = '', head = '', ...rest] = path.replace(/\['?([^'\]]+)'?\]/g, '.$1').split('.');
  if (root !== '$') return false;
  if (head === '') return true;
  if (!ENVELOPE.includes(head)) return false;
  if (head !== 'detail' || rest.length === 0) return true;
  return events.some(
    ({ detail }) =>
      valuesOf({ detail }, ['detail', ...rest.filter((each) => !/^\d+$/.test(each))].join('.')).length > 0,
  );
}

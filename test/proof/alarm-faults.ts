import { type Change, type Fault, type Json, set } from './finds';

const ALARM = 'AWS::CloudWatch::Alarm';

const all =
  (...changes: readonly Change[]): Change =>
  (alarm, template) => {
    for (const change of changes) change(alarm, template);
  };

/** One alarm, by the beginning of its id, with some properties put or taken. */
export const alarm = (name: string, id: string, properties: Json, message: RegExp): Fault => [
  name,
  ALARM,
  all(...Object.entries(properties).map(([key, value]) => set(`Properties.${key}`, value))),
  message,
  { id: new RegExp(`^${id}`) },
];

/** One alarm that is not there. */
export const gone = (name: string, id: string, message: RegExp): Fault => [
  name,
  ALARM,
  set('Type', 'AWS::None'),
  message,
  { id: new RegExp(`^${id}`) },
];

import type { Json } from '../json';
import { record, records } from '../json';

/** Keys of an object whose schema is free, and whose service is not: the ones that it takes. */
type Keys = readonly string[];

const POLICY: Keys = ['Version', 'Id', 'Statement'];
const STATEMENT: Keys = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];
/** EventBridge user guide, "Events": what every event has. */
const EVENT: Keys = [
  'version',
  'id',
  'detail-type',
  'source',
  'account',
  'time',
  'region',
  'resources',
  'detail',
  'replay-name',
  '$or',
];
const REDRIVE: Keys = ['deadLetterTargetArn', 'maxReceiveCount'];
const REDRIVE_ALLOW: Keys = ['redrivePermission', 'sourceQueueArns'];

/** Keys that an object of that property has and its service does not take. Undefined for a property whose keys are ours. */
export function strangeKeys(property: string, value: unknown): readonly string[] | undefined {
  const given = record(value);
  if (/(Policy|AssumeRole|Resource|Key)(PolicyDocument|Policy)$|^PolicyDocument$|^Policy$/.test(property))
    return [...beyond(given, POLICY), ...records(given.Statement).flatMap((each) => beyond(each, STATEMENT))];
  if (property === 'EventPattern') return beyond(given, EVENT);
  if (property === 'RedrivePolicy') return beyond(given, REDRIVE);
  if (property === 'RedriveAllowPolicy') return beyond(given, REDRIVE_ALLOW);
  return undefined;
}

function beyond(given: Json, keys: Keys): readonly string[] {
  return Object.keys(given).filter((key) => !keys.includes(key) && !key.startsWith('Fn::') && key !== 'Ref');
}

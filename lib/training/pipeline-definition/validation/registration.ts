import { isText } from './is-text';
import { entriesAt, isRecord, textAt, valueAt } from './read-json';
import { forEachStep, type Subject } from './rule';

const PENDING = 'PendingManualApproval';
const METADATA = ['Arguments', 'CustomerMetadataProperties'] as const;
const MAXIMUM_ENTRIES = 50;
const MAXIMUM_KEY_LENGTH = 128;
const MAXIMUM_VALUE_LENGTH = 256;

/** Versions go into our group, wait for a person, and carry no tags, no empty branches and no metadata but strings. */
export const registration = forEachStep(({ name, type, own }, subject) => {
  if (type !== 'RegisterModel') return [];
  const group = valueAt(own, 'Arguments', 'ModelPackageGroupName');
  const ours = subject.expectations.modelPackageGroupName;
  const problems = [
    group !== ours && `Step ${name} registers in ${JSON.stringify(group)}, which is not our group ${ours}.`,
    valueAt(own, 'Arguments', 'ModelApprovalStatus') !== PENDING && `Step ${name} does not register as ${PENDING}.`,
    valueAt(own, 'Arguments', 'Tags') !== undefined && `Step ${name} has tags, which the service refuses with a group.`,
  ].filter((problem) => problem !== false);
  return [...problems, ...reportProblems(name, own), ...metadataProblems(name, own, subject)];
});

function reportProblems(name: string, own: unknown): readonly string[] {
  return ['ModelMetrics', 'DriftCheckBaselines'].flatMap((part) =>
    entriesAt(own, 'Arguments', part).flatMap(([kind, reports]) => {
      const sources = isRecord(reports) ? Object.values(reports) : [];
      const isWhole = sources.length > 0 && sources.every((source) => isSource(source));
      return isWhole ? [] : [`Step ${name} has a report in ${part}.${kind} without content type or place.`];
    }),
  );
}

function isSource(source: unknown): boolean {
  return textAt(source, 'ContentType') !== '' && valueAt(source, 'S3Uri') !== undefined;
}

function metadataProblems(name: string, own: unknown, subject: Subject): readonly string[] {
  const entries = entriesAt(own, ...METADATA);
  const surplus = entries.length > MAXIMUM_ENTRIES;
  return [
    ...(surplus ? [`Step ${name} has ${entries.length} metadata entries; ${MAXIMUM_ENTRIES} are allowed.`] : []),
    ...entries.flatMap(([key, value]) => {
      if (!isText(value, subject)) return [`Step ${name} has the metadata ${key}, which is not a string.`];
      const length = typeof value === 'string' ? value.length : 1;
      const fits = length >= 1 && length <= MAXIMUM_VALUE_LENGTH && key.length <= MAXIMUM_KEY_LENGTH;
      return fits ? [] : [`Step ${name} has the metadata ${key}, which is empty or too long.`];
    }),
  ];
}

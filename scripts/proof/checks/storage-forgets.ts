import type { Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { numeric, record, records } from '../json';
import { resourcesOf } from '../resources-of';

/** What CloudWatch Logs takes (PutRetentionPolicy). */
const RETENTIONS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** storage that nobody looks at grows, and its bill with it: old versions, broken uploads, logs, images. */
export const storageForgets: Check = {
  id: 'storage-forgets',
  rule: 'Every bucket ends broken uploads and old versions, every log group and image repository forgets (R-11; S3.13, ECR.3, S-10)',
  find: (assembly) => [
    ...resourcesOf(assembly, 'AWS::S3::Bucket').flatMap(bucketFaults),
    ...resourcesOf(assembly, 'AWS::Logs::LogGroup').flatMap(logGroupFaults),
    ...resourcesOf(assembly, 'AWS::ECR::Repository')
      .filter(({ Properties }) => record(Properties.LifecyclePolicy).LifecyclePolicyText === undefined)
      .map((repository) => about(repository, 'has no LifecyclePolicy, so images stay for ever')),
  ],
};

function bucketFaults(bucket: Placed): Finding[] {
  const rules = records(record(bucket.Properties.LifecycleConfiguration).Rules);
  const active = rules.filter(({ Status }) => Status === 'Enabled');
  const whole = active.filter(({ Prefix, TagFilters }) => !Prefix && TagFilters === undefined);
  const versioned = record(bucket.Properties.VersioningConfiguration).Status === 'Enabled';
  const days = (rule: Readonly<Record<string, unknown>>) =>
    numeric(record(rule.NoncurrentVersionExpiration).NoncurrentDays) ?? numeric(rule.NoncurrentVersionExpirationInDays);
  const ends = (rule: Readonly<Record<string, unknown>>) =>
    numeric(record(rule.AbortIncompleteMultipartUpload).DaysAfterInitiation) !== undefined;
  return [
    ...(whole.some(ends)
      ? []
      : [about(bucket, 'no enabled lifecycle rule for the whole bucket ends incomplete uploads')]),
    ...(!versioned || whole.some((rule) => days(rule) !== undefined)
      ? []
      : [about(bucket, 'is versioned, and no enabled lifecycle rule for the whole bucket ends old versions')]),
    ...active.flatMap((rule) => order(rule).map((fault) => about(bucket, fault))),
  ];
}

/** S3 refuses a move to colder storage on or after the day of the end, and below 30 days for infrequent access. */
function order({ ExpirationInDays, Transitions, Transition }: Readonly<Record<string, unknown>>): string[] {
  const end = numeric(ExpirationInDays) ?? Number.POSITIVE_INFINITY;
  return [...records(Transitions), ...records(Transition)].flatMap(({ StorageClass, TransitionInDays }) => {
    const day = numeric(TransitionInDays);
    if (day === undefined) return [];
    if (day >= end) return [`moves objects to ${String(StorageClass)} after ${day} days and ends them after ${end}`];
    return /_IA$/.test(String(StorageClass)) && day < 30
      ? [`moves objects to ${String(StorageClass)} after ${day} days, expected 30 at least`]
      : [];
  });
}

function logGroupFaults(group: Placed): Finding[] {
  const { RetentionInDays } = group.Properties;
  if (RetentionInDays === undefined) return [about(group, 'has no RetentionInDays, so it keeps its lines for ever')];
  const days = numeric(RetentionInDays);
  return days === undefined || RETENTIONS.includes(days)
    ? []
    : [about(group, `RetentionInDays is ${days}, which CloudWatch Logs does not take`)];
}

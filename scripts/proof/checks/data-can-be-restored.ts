import type { Placed } from '../assembly';
import { about, type Check } from '../check';
import { isTrue, numeric, record, records } from '../json';
import { resourcesOf } from '../resources-of';

/** Shorter than this, what was deleted or ended by mistake is gone before somebody misses it. Our own choice. */
const LEAST_DAYS = { kept: 90, oldVersions: 30, backups: 7 } as const;

/** a deletion policy helps against the end of the stack, not against one wrong write. */
export const dataCanBeRestored: Check = {
  id: 'data-can-be-restored',
  rule: 'In a protected stack tables can be brought back to a point in time, databases have backups, and no rule of a bucket ends data within a quarter (R-10, DynamoDB.2, RDS.11)',
  find: (assembly) =>
    resourcesOf(assembly)
      .filter(({ stack }) => stack.terminationProtection)
      .flatMap((resource) => (FAULTS[resource.Type]?.(resource) ?? []).map((fault) => about(resource, fault))),
};

const FAULTS: Readonly<Record<string, (resource: Placed) => string[]>> = {
  'AWS::DynamoDB::Table': ({ Properties }) => recoveryFaults(Properties.PointInTimeRecoverySpecification, ''),
  'AWS::DynamoDB::GlobalTable': ({ Properties }) =>
    records(Properties.Replicas).flatMap(({ Region, PointInTimeRecoverySpecification }) =>
      recoveryFaults(PointInTimeRecoverySpecification, ` in ${Region}`),
    ),
  'AWS::RDS::DBCluster': ({ Properties }) => backupFaults(Properties.BackupRetentionPeriod),
  'AWS::RDS::DBInstance': ({ Properties }) =>
    Properties.DBClusterIdentifier === undefined ? backupFaults(Properties.BackupRetentionPeriod) : [],
  'AWS::S3::Bucket': ({ Properties }) =>
    records(record(Properties.LifecycleConfiguration).Rules)
      .filter(({ Status }) => Status === 'Enabled')
      .flatMap(lifecycleFaults),
};

function recoveryFaults(specification: unknown, where: string): string[] {
  const { PointInTimeRecoveryEnabled, RecoveryPeriodInDays } = record(specification);
  if (!isTrue(PointInTimeRecoveryEnabled))
    return [`nothing brings it back to a point in time${where}: PointInTimeRecoveryEnabled is not true`];
  const days = numeric(RecoveryPeriodInDays);
  return days !== undefined && days < LEAST_DAYS.backups
    ? [`RecoveryPeriodInDays is ${days}${where}, expected ${LEAST_DAYS.backups} at least`]
    : [];
}

function backupFaults(period: unknown): string[] {
  const days = numeric(period) ?? 1;
  return days < LEAST_DAYS.backups ? [`keeps backups for ${days} days, expected ${LEAST_DAYS.backups} at least`] : [];
}

function lifecycleFaults({
  ExpirationInDays,
  ExpirationDate,
  NoncurrentVersionExpiration,
  NoncurrentVersionExpirationInDays,
}: Readonly<Record<string, unknown>>): string[] {
  const end = numeric(ExpirationInDays);
  const old = numeric(record(NoncurrentVersionExpiration).NoncurrentDays) ?? numeric(NoncurrentVersionExpirationInDays);
  return [
    ...(ExpirationDate !== undefined ? [`a lifecycle rule ends all data on ${ExpirationDate}`] : []),
    ...(end !== undefined && end < LEAST_DAYS.kept
      ? [`a lifecycle rule ends data after ${end} days, expected ${LEAST_DAYS.kept} at least in a protected stack`]
      : []),
    ...(old !== undefined && old < LEAST_DAYS.oldVersions
      ? [
          `a lifecycle rule ends old versions after ${old} days, expected ${LEAST_DAYS.oldVersions} at least in a protected stack`,
        ]
      : []),
  ];
}

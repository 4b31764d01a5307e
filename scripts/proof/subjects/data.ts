import { bucketAccessLogs } from '../checks/bucket-access-logs';
import { bucketEncryption } from '../checks/bucket-encryption';
import { bucketLifecycle } from '../checks/bucket-lifecycle';
import { bucketPrivacy } from '../checks/bucket-privacy';
import { bucketVersioning } from '../checks/bucket-versioning';
import { customerKeys } from '../checks/customer-keys';
import { dataCanBeRestored } from '../checks/data-can-be-restored';
import { dataOutliveTheirStack } from '../checks/data-outlive-their-stack';
import { featureGroups } from '../checks/feature-groups';
import { glueAccess } from '../checks/glue-access';
import { glueArguments } from '../checks/glue-arguments';
import { glueJobs } from '../checks/glue-jobs';
import { glueLibraries } from '../checks/glue-libraries';
import { gluePartitions } from '../checks/glue-partitions';
import { glueTables } from '../checks/glue-tables';
import { glueTimeouts } from '../checks/glue-timeouts';
import { kmsKeys } from '../checks/kms-keys';
import { logEncryption } from '../checks/log-encryption';
import { logRetention } from '../checks/log-retention';
import { noSecrets } from '../checks/no-secrets';
import { placesAreWritten } from '../checks/places-are-written';
import { storageForgets } from '../checks/storage-forgets';
import { tlsOnly } from '../checks/tls-only';
import { volumeKeys } from '../checks/volume-keys';
import type { Subject } from '../subject';

export const DATA: Subject = {
  title: 'Data at rest',
  checks: [
    bucketAccessLogs,
    bucketEncryption,
    bucketLifecycle,
    bucketPrivacy,
    bucketVersioning,
    customerKeys,
    dataCanBeRestored,
    dataOutliveTheirStack,
    featureGroups,
    glueAccess,
    glueArguments,
    glueJobs,
    glueLibraries,
    gluePartitions,
    glueTables,
    glueTimeouts,
    kmsKeys,
    logEncryption,
    logRetention,
    noSecrets,
    placesAreWritten,
    storageForgets,
    tlsOnly,
    volumeKeys,
  ],
};

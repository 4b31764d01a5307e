import type { EnvironmentConfig } from './environment-config';

/** Everything cheap, idle near zero, and gone when its stack goes. */
const sandbox: EnvironmentConfig = {
  project: 'ml-lifecycle',
  environment: 'sandbox',
  region: 'us-east-1',
  owner: 'ml-platform',
  costCenter: 'ml-sandbox',
  retainData: false,
  logRetentionDays: 14,
  dataLake: { streamIntake: true, keepOldVersionsDays: 7, keepAccessLogsDays: 30, keepQuarantineDays: 90 },
  dataPreparation: { workerType: 'G.1X', workers: 2, timeoutMinutes: 30, parallelIngestions: 4 },
  training: {
    trainingInstanceType: 'ml.m5.large',
    transformInstanceType: 'ml.m5.large',
    processingInstanceType: 'ml.m5.large',
    inferenceInstanceType: 'ml.m5.large',
    maximumRuntimeMinutes: 30,
    tuningJobs: 4,
    parallelTuningJobs: 2,
    coolDownHours: 1,
    minimumNewLabels: 500,
  },
};

/** Keeps what it holds and trains no more than once a day. */
const production: EnvironmentConfig = {
  project: 'ml-lifecycle',
  environment: 'production',
  region: 'us-east-1',
  owner: 'ml-platform',
  costCenter: 'ml-production',
  retainData: true,
  logRetentionDays: 365,
  dataLake: { streamIntake: true, keepOldVersionsDays: 90, keepAccessLogsDays: 365, keepQuarantineDays: 365 },
  dataPreparation: { workerType: 'G.1X', workers: 4, timeoutMinutes: 120, parallelIngestions: 10 },
  training: {
    trainingInstanceType: 'ml.m5.xlarge',
    transformInstanceType: 'ml.m5.xlarge',
    processingInstanceType: 'ml.m5.large',
    inferenceInstanceType: 'ml.m5.large',
    maximumRuntimeMinutes: 120,
    tuningJobs: 20,
    parallelTuningJobs: 4,
    coolDownHours: 24,
    minimumNewLabels: 2000,
  },
};

export const ENVIRONMENTS = { sandbox, production } as const;

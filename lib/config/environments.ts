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
    maximumRuntimeMinutes: 30,
    tuningJobs: 4,
    parallelTuningJobs: 2,
    coolDownHours: 1,
    minimumNewLabels: 500,
  },
  serving: {
    realTime: {
      initially: 'parked',
      parkWhenIdleHours: 2,
      instanceType: 'ml.m5.large',
      instances: 1,
      maximumInstances: 2,
      invocationsPerInstance: 3000,
      capturePercentage: 100,
      bakeMinutes: 5,
      latencyMilliseconds: 500,
    },
    serverless: { memoryMegabytes: 2048, maximumConcurrency: 5 },
    api: { requestsPerSecond: 20, burst: 40 },
  },
  modelMonitoring: {
    minimumRows: 300,
    smallestDrift: 0.1,
    modelMonitorSchedules: true,
    outcomesAfterDays: 28,
    instanceType: 'ml.m5.large',
  },
  governance: {
    activateTags: true,
    budget: { monthlyDollars: 25 },
    costAnomalies: 'none',
    costCategories: false,
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
    maximumRuntimeMinutes: 120,
    tuningJobs: 20,
    // The linear candidate trains at the same time, and new accounts run four training instances at once.
    parallelTuningJobs: 3,
    coolDownHours: 24,
    minimumNewLabels: 2000,
  },
  serving: {
    realTime: {
      initially: 'on',
      instanceType: 'ml.m5.large',
      instances: 2,
      maximumInstances: 6,
      invocationsPerInstance: 3000,
      capturePercentage: 100,
      bakeMinutes: 15,
      latencyMilliseconds: 250,
    },
    serverless: { memoryMegabytes: 3072, maximumConcurrency: 10 },
    api: { requestsPerSecond: 200, burst: 400 },
  },
  modelMonitoring: {
    minimumRows: 1000,
    smallestDrift: 0.1,
    retrainEveryDays: 30,
    modelMonitorSchedules: true,
    outcomesAfterDays: 28,
    instanceType: 'ml.m5.large',
  },
  governance: {
    activateTags: true,
    // Two instances around the clock take nearly half of it.
    budget: { monthlyDollars: 400 },
    costAnomalies: 'none',
    costCategories: false,
  },
};

export const ENVIRONMENTS = { sandbox, production } as const;

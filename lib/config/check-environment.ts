import { ConfigError } from './config-error';
import { MODEL_MONITOR_REGIONS, XGBOOST_ACCOUNTS } from './container-images';
import type { EnvironmentConfig } from './environment-config';
import { ENVIRONMENTS } from './environments';
import { checkOfficeHours } from './office-hours';

/** S3, SageMaker and Glue names start with project and environment; together they leave room for the rest of 63. */
const LONGEST_PREFIX = 24;

/**
 * Returns an environment that can be deployed, or throws `ConfigError` naming the field, the value and the way out.
 * Only what the type cannot see is checked here.
 */
export function checkEnvironment(config: EnvironmentConfig): EnvironmentConfig {
  const { project, environment, region, training, dataPreparation, dataLake, serving, modelMonitoring } = config;
  const { budget, costAnomalies } = config.governance;
  const at = (field: string) => `environments.${environment}.${field}`;
  if (!/^[a-z](-?[a-z0-9])*$/.test(project))
    throw new ConfigError(at('project'), project, 'use lower-case letters, digits and single hyphens');
  if (`${project}-${environment}`.length > LONGEST_PREFIX)
    throw new ConfigError(
      at('project'),
      project,
      `shorten it: with the environment at most ${LONGEST_PREFIX} characters`,
    );
  if (!(region in XGBOOST_ACCOUNTS))
    throw new ConfigError(
      at('region'),
      region,
      `SageMaker's XGBoost image is not published there; choose one of ${Object.keys(XGBOOST_ACCOUNTS).sort().join(', ')}`,
    );
  if (modelMonitoring.modelMonitorSchedules && !MODEL_MONITOR_REGIONS.includes(region))
    throw new ConfigError(
      at('modelMonitoring.modelMonitorSchedules'),
      true,
      `Model Monitor's images are not both published in ${region}: switch it off, or choose one of ${MODEL_MONITOR_REGIONS.join(', ')}`,
    );
  if (config.operatorsEmail !== undefined && !/^[^@\s]+@[^@\s]+$/.test(config.operatorsEmail))
    throw new ConfigError(at('operatorsEmail'), config.operatorsEmail, 'give one address, or leave it out');
  const instanceTypes = {
    'training.trainingInstanceType': training.trainingInstanceType,
    'training.transformInstanceType': training.transformInstanceType,
    'training.processingInstanceType': training.processingInstanceType,
    'serving.realTime.instanceType': serving.realTime.instanceType,
    'modelMonitoring.instanceType': modelMonitoring.instanceType,
  };
  for (const [field, type] of Object.entries(instanceTypes))
    if (!/^ml\.[a-z0-9-]+\.[a-z0-9]+$/.test(type))
      throw new ConfigError(at(field), type, 'give a SageMaker instance type such as ml.m5.large');
  const counts: [string, number, number][] = [
    ['dataPreparation.workers', dataPreparation.workers, 2],
    ['dataPreparation.timeoutMinutes', dataPreparation.timeoutMinutes, 1],
    ['dataPreparation.parallelIngestions', dataPreparation.parallelIngestions, 1],
    ['dataLake.keepOldVersionsDays', dataLake.keepOldVersionsDays, 1],
    ['dataLake.keepAccessLogsDays', dataLake.keepAccessLogsDays, 1],
    ['dataLake.keepQuarantineDays', dataLake.keepQuarantineDays, 1],
    ['training.maximumRuntimeMinutes', training.maximumRuntimeMinutes, 1],
    ['training.tuningJobs', training.tuningJobs, 1],
    ['training.parallelTuningJobs', training.parallelTuningJobs, 1],
    ['training.coolDownHours', training.coolDownHours, 0],
    ['training.minimumNewLabels', training.minimumNewLabels, 1],
    ['serving.realTime.instances', serving.realTime.instances, 1],
    ['serving.realTime.maximumInstances', serving.realTime.maximumInstances, serving.realTime.instances],
    ['serving.realTime.invocationsPerInstance', serving.realTime.invocationsPerInstance, 1],
    ['serving.realTime.capturePercentage', serving.realTime.capturePercentage, 0],
    ['serving.realTime.bakeMinutes', serving.realTime.bakeMinutes, 1],
    ['serving.realTime.latencyMilliseconds', serving.realTime.latencyMilliseconds, 1],
    ['serving.realTime.parkWhenIdleHours', serving.realTime.parkWhenIdleHours ?? 1, 1],
    ['serving.serverless.maximumConcurrency', serving.serverless.maximumConcurrency, 1],
    ['serving.api.requestsPerSecond', serving.api.requestsPerSecond, 1],
    ['serving.api.burst', serving.api.burst, 1],
    ['modelMonitoring.minimumRows', modelMonitoring.minimumRows, 1],
    ['modelMonitoring.outcomesAfterDays', modelMonitoring.outcomesAfterDays, 0],
    ['modelMonitoring.retrainEveryDays', modelMonitoring.retrainEveryDays ?? 1, 1],
  ];
  for (const [field, value, least] of counts)
    if (!Number.isInteger(value) || value < least)
      throw new ConfigError(at(field), value, `give a whole number of at least ${least}`);
  if (training.parallelTuningJobs > training.tuningJobs)
    throw new ConfigError(
      at('training.parallelTuningJobs'),
      training.parallelTuningJobs,
      'give no more than tuningJobs',
    );
  const most: [string, number, number][] = [
    ['serving.realTime.capturePercentage', serving.realTime.capturePercentage, 100],
    // SageMaker: TerminationWaitInSeconds.
    ['serving.realTime.bakeMinutes', serving.realTime.bakeMinutes, 60],
    // CloudWatch: 1,440 data points at a time, of five minutes, and a day more for late events.
    ['serving.realTime.parkWhenIdleHours', serving.realTime.parkWhenIdleHours ?? 1, 72],
    ['serving.serverless.maximumConcurrency', serving.serverless.maximumConcurrency, 200],
  ];
  for (const [field, value, limit] of most)
    if (value > limit) throw new ConfigError(at(field), value, `give at most ${limit}`);
  const { officeHours } = serving.realTime;
  if (officeHours) checkOfficeHours(officeHours, at('serving.realTime.officeHours'));
  if (!(modelMonitoring.smallestDrift >= 0))
    throw new ConfigError(at('modelMonitoring.smallestDrift'), modelMonitoring.smallestDrift, 'give 0 or more');
  const dollars = {
    'budget.monthlyDollars': budget === 'none' ? 1 : budget.monthlyDollars,
    'costAnomalies.leastDollars': costAnomalies === 'none' ? 1 : costAnomalies.leastDollars,
  };
  for (const [field, value] of Object.entries(dollars))
    if (!(value > 0 && value < Infinity))
      throw new ConfigError(
        at(`governance.${field}`),
        value,
        `give more than 0 dollars, or '${field.split('.')[0]}: "none"'`,
      );
  return config;
}

/** The environment of that name, checked (see `checkEnvironment`). */
export function environmentNamed(name: string): EnvironmentConfig {
  const config = Object.entries(ENVIRONMENTS).find(([key]) => key === name)?.[1];
  if (!config)
    throw new ConfigError('environment', name, `choose -c environment=${Object.keys(ENVIRONMENTS).join(' or ')}`);
  return checkEnvironment(config);
}

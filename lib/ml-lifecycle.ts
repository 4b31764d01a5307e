import type { App } from 'aws-cdk-lib';
import { DataLakeStack } from './data-lake/data-lake-stack';
import { DataPreparationStack } from './data-preparation/data-preparation-stack';
import { FeatureStoreStack } from './feature-store/feature-store-stack';
import { FoundationStack } from './foundation/foundation-stack';
import { BudgetStack } from './governance/budget-stack';
import { GovernanceStack } from './governance/governance-stack';
import { ModelMonitoringStack } from './model-monitoring/model-monitoring-stack';
import { MonitorSchedulesStack } from './model-monitoring/monitor-schedules-stack';
import { ModelRegistryStack } from './model-registry/model-registry-stack';
import { OperationsStack } from './operations/operations-stack';
import { PredictionStack } from './serving/prediction-stack';
import { ServingAccessStack } from './serving/serving-access-stack';
import { ServingStack } from './serving/serving-stack';
import type { Lifecycle } from './shared/phase-stack';
import { TrainingStack } from './training/training-stack';

/**
 * One environment's ML lifecycle. Read downwards: each phase uses only the phases above it; events close the loop.
 * The stacks stand directly under the app, because `cdk deploy --all` does not look inside a stage.
 */
export function mlLifecycle(app: App, lifecycle: Lifecycle) {
  const foundation = new FoundationStack(app, 'Foundation', lifecycle);
  const phases = { ...lifecycle, logKey: foundation.key };
  const dataLake = new DataLakeStack(app, 'DataLake', phases, foundation);
  const featureStore = new FeatureStoreStack(app, 'FeatureStore', phases, { foundation, dataLake });
  const dataPreparation = new DataPreparationStack(app, 'DataPreparation', phases, {
    foundation,
    dataLake,
    featureStore,
  });
  const modelRegistry = new ModelRegistryStack(app, 'ModelRegistry', phases);
  const training = new TrainingStack(app, 'Training', phases, {
    foundation,
    dataLake,
    dataPreparation,
    modelRegistry,
  });
  const servingAccess = new ServingAccessStack(app, 'ServingAccess', phases, { foundation, dataLake, training });
  const serving = new ServingStack(app, 'Serving', phases, { foundation, dataLake, servingAccess });
  const prediction = new PredictionStack(app, 'Prediction', phases, {
    foundation,
    dataLake,
    featureStore,
    modelRegistry,
    training,
    serving,
  });
  const modelMonitoring = new ModelMonitoringStack(app, 'ModelMonitoring', phases, {
    foundation,
    dataLake,
    dataPreparation,
    modelRegistry,
    training,
    prediction,
  });
  const monitorSchedules = new MonitorSchedulesStack(app, 'MonitorSchedules', phases, {
    foundation,
    dataLake,
    modelMonitoring,
  });
  const governance = new GovernanceStack(app, 'Governance', phases, { dataLake });
  const operations = new OperationsStack(app, 'Operations', phases, {
    foundation,
    dataLake,
    featureStore,
    dataPreparation,
    training,
    prediction,
    modelMonitoring,
    governance,
  });
  const stacks = {
    foundation,
    dataLake,
    featureStore,
    dataPreparation,
    modelRegistry,
    training,
    servingAccess,
    serving,
    prediction,
    modelMonitoring,
    monitorSchedules,
    governance,
    operations,
  };
  const budget = BudgetStack.isWanted(lifecycle.config)
    ? new BudgetStack(app, 'Budget', phases, { foundation, others: Object.values(stacks) })
    : undefined;
  return { ...stacks, budget };
}

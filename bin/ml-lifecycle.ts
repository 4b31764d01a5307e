import { App } from 'aws-cdk-lib';
import { bundleHandlers } from '../lib/config/bundle-handlers';
import { environmentNamed } from '../lib/config/check-environment';
import { ConfigError } from '../lib/config/config-error';
import { readDataset } from '../lib/config/read-dataset';
import { mlLifecycle } from '../lib/ml-lifecycle';

// The only place that reads context: -c environment=sandbox|production, -c dataset=<folder>.
try {
  const app = new App();
  const config = environmentNamed(String(app.node.tryGetContext('environment')));
  const dataset = readDataset(String(app.node.tryGetContext('dataset')));
  mlLifecycle(app, { config, dataset, ...bundleHandlers(dataset) });
  app.synth();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(`configuration error: ${error.message}`);
  process.exitCode = 1;
}

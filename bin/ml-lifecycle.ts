import { App } from 'aws-cdk-lib/core';
import { bundleHandlers } from '../lib/config/bundle-handlers';
import { environmentNamed } from '../lib/config/check-environment';
import { ConfigError } from '../lib/config/config-error';
import { readDataset } from '../lib/config/read-dataset';

// The only place that reads context: -c environment=sandbox|production, -c dataset=<folder>.
try {
  const app = new App();
  const config = environmentNamed(String(app.node.tryGetContext('environment')));
  const dataset = readDataset(String(app.node.tryGetContext('dataset')));
  // The map takes as long to load as the handlers to bundle: both at once.
  const [bundles, { mlLifecycle }] = await Promise.all([bundleHandlers(dataset), import('../lib/ml-lifecycle')]);
  mlLifecycle(app, { config, dataset, ...bundles });
  app.synth();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(`configuration error: ${error.message}`);
  process.exitCode = 1;
}

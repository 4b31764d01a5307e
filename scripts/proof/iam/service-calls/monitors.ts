import type { Placed } from '../../assembly';
import { SERVICE_ACTIONS } from '../../facts/service-role-actions';
import { resourcesOf } from '../../resources-of';
import { listOf, valueAt } from '../../value-at';
import { onVolume, runs } from './containers';
import { reads, writes } from './storage';
import { type Asked, ask, type Caller, type World } from './world';

/** What SageMaker does with the role of a monitor's job: it runs the analyser on what was captured and keeps its reports. */
export const ofMonitor: Caller = (definition, world) => {
  const { Properties, stack } = definition;
  const role = world.roleOf(Properties.RoleArn, stack);
  const part = (name: RegExp) => Object.entries(Properties).find(([key]) => name.test(key))?.[1];
  const [app, input, output] = [part(/AppSpecification$/), part(/JobInput$/), part(/JobOutputConfig$/)];
  const key = world.text(valueAt(output, 'KmsKeyId'), stack);
  const outputs = listOf(valueAt(output, 'MonitoringOutputs')).map((each) => valueAt(each, 'S3Output', 'S3Uri'));
  const truth = valueAt(input, 'GroundTruthS3Input', 'S3Uri');
  const reported = valueAt(app, 'Environment', 'publish_cloudwatch_metrics') === 'Enabled';
  const cluster = valueAt(Properties, 'JobResources', 'ClusterConfig');
  return [
    ...runs(role, world.text(valueAt(app, 'ImageUri'), stack), 'ProcessingJobs', stack),
    ...(reported ? ofMetrics(role, definition.Type) : []),
    ...[...captured(input, stack, world), ...(truth === undefined ? [] : [world.text(truth, stack)])].flatMap((uri) =>
      reads(role, `${uri.replace(/\/$/, '')}/`, stack, world),
    ),
    ...outputs.flatMap((uri) => {
      const text = world.text(uri, stack);
      // What the merge of predictions and outcomes wrote, the analyser reads.
      const merged = truth === undefined ? [] : reads(role, `${text}/merge/`, stack, world);
      return [...writes(role, text, stack, world, key), ...merged];
    }),
    ...onVolume(role, world.text(valueAt(cluster, 'VolumeKmsKeyId'), stack)),
    ...(/Explainability/.test(definition.Type) ? ofExplaining(role) : []),
  ];
};

/** Source: SageMaker, "Model Monitor: CloudWatch metrics" of each monitor; bias and explainability name no slash first. */
function ofMetrics(role: string, type: string): Asked[] {
  const namespace = /DataQuality/.test(type)
    ? '/aws/sagemaker/Endpoints/data-metrics'
    : /ModelQuality/.test(type)
      ? 'aws/sagemaker/Endpoints/model-metrics'
      : /Bias/.test(type)
        ? 'aws/sagemaker/Endpoints/bias-metrics'
        : 'aws/sagemaker/Endpoints/explainability-metrics';
  return ask(role, SERVICE_ACTIONS.containerMetrics, '*', { 'cloudwatch:namespace': namespace });
}

/** Clarify asks the model at an endpoint of its own, whose name and whose model stand in a file that a run writes. */
function ofExplaining(role: string): Asked[] {
  return [
    ...ask(role, SERVICE_ACTIONS.shadowModel, undefined),
    ...ask(role, SERVICE_ACTIONS.shadowEndpoint, undefined),
  ];
}

/** Where an endpoint captures what a monitor looks at. */
function captured(input: unknown, stack: Placed['stack'], world: World): string[] {
  const name = world.text(valueAt(input, 'EndpointInput', 'EndpointName'), stack);
  const endpoints = resourcesOf(world.assembly, 'AWS::SageMaker::Endpoint').filter(
    (each) => world.text(each.Properties.EndpointName, each.stack) === name,
  );
  return endpoints.flatMap((endpoint) => {
    const { EndpointConfigName } = endpoint.Properties;
    const config = world.resourceOf(EndpointConfigName, endpoint.stack, 'AWS::SageMaker::EndpointConfig');
    const uri = valueAt(config?.Properties, 'DataCaptureConfig', 'DestinationS3Uri');
    return config && uri !== undefined ? [world.text(uri, config.stack)] : [];
  });
}

import type { Placed, Stack } from '../../assembly';
import { SERVICE_ACTIONS } from '../../facts/service-role-actions';
import { listOf, valueAt } from '../../value-at';
import { runs } from './containers';
import { registeredImages } from './pipelines';
import { reads, writes } from './storage';
import { type Asked, ask, type Caller, type World } from './world';

/** What SageMaker does with the role of a model: it pulls the image, takes the artifact, keeps log and metrics. */
export const ofModel: Caller = ({ Properties, stack }, world) => {
  const role = world.roleOf(Properties.ExecutionRoleArn, stack);
  const containers = [Properties.PrimaryContainer, ...listOf(Properties.Containers)].filter(
    (each) => each !== undefined,
  );
  return containers.flatMap((container) => {
    const image = world.text(valueAt(container, 'Image'), stack);
    const artifact = world.text(valueAt(container, 'ModelDataUrl'), stack);
    // A version of the registry says image and artifact itself.
    const images = image === '' ? registeredImages(world) : [image];
    return [
      ...images.flatMap((each) => runs(role, each, 'Endpoints', stack)),
      ...(artifact === ''
        ? []
        : reads(role, artifact, stack, world).filter(({ action }) => action !== 's3:ListBucket')),
    ];
  });
};

/** What SageMaker does with the role of the models behind an endpoint's configuration: what it captures. */
export const ofEndpointConfig: Caller = (config, world) => {
  const { Properties, stack } = config;
  const capture = Properties.DataCaptureConfig;
  const [uri, captureKey] = ['DestinationS3Uri', 'KmsKeyId'].map((name) => world.text(valueAt(capture, name), stack));
  if (valueAt(capture, 'EnableCapture') !== true) return [];
  return rolesBehind(config, world).flatMap((role) => writes(role, uri ?? '', stack, world, captureKey));
};

/** What SageMaker does with that role to decide whether a deployment is rolled back. */
export const ofEndpoint: Caller = ({ Properties, stack }, world) => {
  const config = world.resourceOf(Properties.EndpointConfigName, stack, 'AWS::SageMaker::EndpointConfig');
  const alarms = listOf(valueAt(Properties, 'DeploymentConfig', 'AutoRollbackConfiguration', 'Alarms'));
  return (config ? rolesBehind(config, world) : []).flatMap((role) =>
    alarms.flatMap((alarm) => ask(role, SERVICE_ACTIONS.alarms, alarmArn(valueAt(alarm, 'AlarmName'), stack, world))),
  );
};

function alarmArn(value: unknown, stack: Stack, world: World): string {
  return `arn:aws:cloudwatch:${stack.region}:111111111111:alarm:${world.text(value, stack)}`;
}

function rolesBehind({ Properties, stack }: Placed, world: World): string[] {
  const roles = listOf(Properties.ProductionVariants)
    .map((variant) => world.resourceOf(valueAt(variant, 'ModelName'), stack, 'AWS::SageMaker::Model'))
    .flatMap((model) => (model ? world.roleOf(model.Properties.ExecutionRoleArn, model.stack) : []));
  return [...new Set(roles)];
}

/** What Feature Store does with the role of a group: it writes records to the offline store and keeps its table. */
export const ofFeatureGroup: Caller = ({ Properties, stack }, world): Asked[] => {
  const role = world.roleOf(Properties.RoleArn, stack);
  const offline = Properties.OfflineStoreConfig;
  const uri = world.text(valueAt(offline, 'S3StorageConfig', 'S3Uri'), stack);
  const key = world.text(valueAt(offline, 'S3StorageConfig', 'KmsKeyId'), stack);
  const online = world.text(valueAt(Properties, 'OnlineStoreConfig', 'SecurityConfig', 'KmsKeyId'), stack);
  if (offline === undefined) return [];
  const place = `arn:aws:glue:${stack.region}:111111111111`;
  const database = world.text(valueAt(offline, 'DataCatalogConfig', 'Database'), stack) || 'sagemaker_featurestore';
  const [catalog, base, table] = [
    `${place}:catalog`,
    `${place}:database/${database}`,
    `${place}:table/${database}/table`,
  ];
  const bucket = `arn:aws:s3:::${uri.replace(/^s3:\/\//, '').split('/')[0]}`;
  return [
    ...writes(role, uri, stack, world, key),
    ...ask(role, SERVICE_ACTIONS.offlineObject, `arn:aws:s3:::${uri.replace(/^s3:\/\//, '')}/part`),
    ...ask(role, SERVICE_ACTIONS.offlineBucket, bucket),
    ...(valueAt(offline, 'DisableGlueTableCreation') === true
      ? []
      : [
          ...[catalog, base].flatMap((arn) => ask(role, SERVICE_ACTIONS.offlineDatabase, arn)),
          ...[catalog, base, table].flatMap((arn) => ask(role, SERVICE_ACTIONS.offlineTable, arn)),
        ]),
    ...(online === '' ? [] : ask(role, SERVICE_ACTIONS.onlineKey, online)),
  ];
};

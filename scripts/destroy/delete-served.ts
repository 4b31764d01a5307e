import {
  DeleteEndpointCommand,
  DeleteEndpointConfigCommand,
  DescribeEndpointCommand,
  ListTagsCommand,
  paginateListEndpointConfigs,
  paginateListModels,
  type SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { endpointNames } from '../../lib/serving/endpoint-names';
import { deleteModels } from './delete-models';
import { orWhenGone } from './or-when-gone';
import { type Sleep, waitUntil } from './wait-until';

export interface ServedRemains {
  readonly sageMaker: SageMakerClient;
  readonly config: EnvironmentConfig;
  readonly sleep: Sleep;
  readonly say: (line: string) => void;
}

/**
 * Deletes what the serving stack let go of without deleting it: a replaced model or endpoint configuration stays for the
 * endpoint to go back to. CloudFormation names them after nothing of ours, so their tags tell whose they are. To be
 * called when the stacks are gone, since an endpoint needs both.
 */
export async function deleteServed({ sageMaker, config, sleep, say }: ServedRemains): Promise<void> {
  for (const name of await oursAmong(sageMaker, await endpointsOf(sageMaker, config), config)) {
    await deleteEndpoint(sageMaker, name, sleep);
    say(`endpoint ${name} outlived its stack: deleted`);
  }
  const configs = await oursAmong(sageMaker, await allConfigs(sageMaker), config);
  for (const EndpointConfigName of configs)
    await orWhenGone(sageMaker.send(new DeleteEndpointConfigCommand({ EndpointConfigName })), undefined);
  if (configs.length > 0) say(`endpoint configurations of former versions deleted: ${configs.length}`);

  const models = await oursAmong(sageMaker, await allModels(sageMaker), config);
  await deleteModels(sageMaker, models);
  if (models.length > 0) say(`models of former versions deleted: ${models.length}`);
}

interface Named {
  readonly name: string;
  readonly arn: string;
}

/** Names of those that carry the tags of this project and this environment. */
async function oursAmong(
  client: SageMakerClient,
  all: readonly Named[],
  { project, environment }: EnvironmentConfig,
): Promise<string[]> {
  const ours: string[] = [];
  for (const { name, arn } of all) {
    const found = await orWhenGone(client.send(new ListTagsCommand({ ResourceArn: arn })), undefined);
    const value = (key: string) => found?.Tags?.find(({ Key }) => Key === key)?.Value;
    if (value('ml:project') === project && value('ml:environment') === environment) ours.push(name);
  }
  return ours;
}

async function allConfigs(client: SageMakerClient): Promise<Named[]> {
  const found: Named[] = [];
  for await (const { EndpointConfigs = [] } of paginateListEndpointConfigs({ client }, {}))
    found.push(
      ...EndpointConfigs.map(({ EndpointConfigName: name = '', EndpointConfigArn: arn = '' }) => ({ name, arn })),
    );
  return found;
}

async function allModels(client: SageMakerClient): Promise<Named[]> {
  const found: Named[] = [];
  for await (const { Models = [] } of paginateListModels({ client }, {}))
    found.push(...Models.map(({ ModelName: name = '', ModelArn: arn = '' }) => ({ name, arn })));
  return found;
}

/** Those that have a name of ours. */
async function endpointsOf(client: SageMakerClient, config: EnvironmentConfig): Promise<Named[]> {
  const found: Named[] = [];
  for (const name of Object.values(endpointNames(config))) {
    const endpoint = await describe(client, name);
    if (endpoint?.EndpointArn) found.push({ name, arn: endpoint.EndpointArn });
  }
  return found;
}

/** Waits for its end, since it costs money until then. */
async function deleteEndpoint(client: SageMakerClient, EndpointName: string, sleep: Sleep): Promise<void> {
  await orWhenGone(client.send(new DeleteEndpointCommand({ EndpointName })), undefined);
  const isGone = async () => (await describe(client, EndpointName)) === undefined;
  await waitUntil(`the end of the endpoint ${EndpointName}`, isGone, sleep);
}

function describe(client: SageMakerClient, EndpointName: string) {
  return orWhenGone(client.send(new DescribeEndpointCommand({ EndpointName })), undefined);
}

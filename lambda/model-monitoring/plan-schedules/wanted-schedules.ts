import type { S3Client } from '@aws-sdk/client-s3';
import {
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  DescribeModelPackageCommand,
  type SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import * as z from 'zod/mini';
import { NO_VERSION, type ServingState } from '../../serving/state/serving-state';
import type { Environment } from './environment';
import { writeExplainabilityConfig } from './explainability-config';
import type { Parameters } from './schedules-run';

/** What of a version's metadata the monitors need. */
const watchable = z.object({
  monitoring: z.string().check(z.startsWith('s3://')),
  threshold: z.string().check(z.regex(/^[0-9.eE+-]+$/)),
});

export const OFF: Parameters = { Schedules: 'off' };

export interface Clients {
  readonly s3: S3Client;
  readonly sageMaker: SageMakerClient;
}

/**
 * The parameters that fit what is in service: on with the version's own baselines while it serves in real time, which alone
 * captures, and off otherwise, also for a version that was registered without baselines.
 */
export async function wantedSchedules(
  { version, realTime }: ServingState,
  { s3, sageMaker }: Clients,
  env: Environment,
): Promise<Parameters> {
  if (version === NO_VERSION || realTime !== 'on') return OFF;
  const described = await sageMaker.send(new DescribeModelPackageCommand({ ModelPackageName: version }));
  const metadata = z.safeParse(watchable, described.CustomerMetadataProperties);
  if (!metadata.success) return OFF;
  const { monitoring, threshold } = metadata.data;
  const explainabilityConfigUri = await writeExplainabilityConfig(s3, {
    baselineUri: monitoring,
    folderUri: env.EXPLAINABILITY_URI,
    predictor: {
      modelName: await liveModel(sageMaker, env.REAL_TIME_ENDPOINT),
      instanceType: env.SHADOW_ENDPOINT_INSTANCE_TYPE,
      endpointNamePrefix: env.SHADOW_ENDPOINT_PREFIX,
    },
  });
  return {
    Schedules: 'on',
    BaselineUri: monitoring,
    ExplainabilityConfigUri: explainabilityConfigUri,
    Threshold: threshold,
  };
}

/** Name of the model behind an endpoint; CloudFormation chose it. */
async function liveModel(sageMaker: SageMakerClient, endpoint: string): Promise<string> {
  const { EndpointConfigName } = await sageMaker.send(new DescribeEndpointCommand({ EndpointName: endpoint }));
  const { ProductionVariants } = await sageMaker.send(new DescribeEndpointConfigCommand({ EndpointConfigName }));
  const name = ProductionVariants?.[0]?.ModelName;
  if (!name) throw new Error(`endpoint ${endpoint} serves no model by its configuration ${EndpointConfigName}`);
  return name;
}

import {
  type CreateEndpointConfigInput,
  CreateEndpointConfigInput$,
  type ProductionVariant,
} from '@aws-sdk/client-sagemaker';
import { type Caller, epochSeconds, NAME, nameOf, sageMakerArn } from '../caller';
import type { Models } from '../models';
import { requestProblems } from '../request-problems';
import { validationException } from '../service-error';

export interface EndpointConfig extends CreateEndpointConfigInput {
  readonly EndpointConfigName: string;
  readonly EndpointConfigArn: string;
  readonly CreationTime: number;
  /** The only one. */
  readonly variant: ProductionVariant;
}

/** What of a configuration does not run here, and so must not be asked for. */
const NOT_HERE = [
  'AsyncInferenceConfig',
  'ExplainerConfig',
  'ShadowProductionVariants',
  'VpcConfig',
  'ExecutionRoleArn',
];

const OF_INSTANCES = [
  'InstanceType',
  'InitialInstanceCount',
  'VolumeSizeInGB',
  'ContainerStartupHealthCheckTimeoutInSeconds',
];

const MEMORY_SIZES = [1024, 2048, 3072, 4096, 5120, 6144];

/** The configurations of endpoints, each with one variant, in real time or serverless. */
export class EndpointConfigs {
  private readonly configs = new Map<string, EndpointConfig>();

  constructor(private readonly models: Models) {}

  create(properties: CreateEndpointConfigInput, caller: Caller): void {
    const [variant = { VariantName: undefined }] = properties.ProductionVariants ?? [];
    const EndpointConfigName = properties.EndpointConfigName ?? '';
    const EndpointConfigArn = sageMakerArn(caller, 'endpoint-config', EndpointConfigName.toLowerCase());
    if (this.has(EndpointConfigArn))
      throw validationException(`Cannot create already existing endpoint configuration "${EndpointConfigArn}".`);
    const { input } = this.models.get(variant.ModelName ?? '');
    if (variant.ServerlessConfig && input.EnableNetworkIsolation)
      throw validationException('Serverless endpoints do not support models with network isolation.');
    const known = { EndpointConfigName, EndpointConfigArn, CreationTime: epochSeconds(), variant };
    this.configs.set(EndpointConfigName.toLowerCase(), { ...properties, ...known });
  }

  has(arnOrName: string): boolean {
    return this.configs.has(nameOf(arnOrName).toLowerCase());
  }

  get(arnOrName: string): EndpointConfig {
    const config = this.configs.get(nameOf(arnOrName).toLowerCase());
    if (!config) throw validationException(`Could not find endpoint configuration "${arnOrName}".`);
    return config;
  }

  describe(name: string): object {
    const { variant: _, Tags: _tags, ...config } = this.get(name);
    return config;
  }

  /** Oldest first. */
  list(nameContains = ''): readonly object[] {
    const wanted = [...this.configs.values()].filter((one) => one.EndpointConfigName.includes(nameContains));
    return wanted.map(({ EndpointConfigName, EndpointConfigArn, CreationTime }) => {
      return { EndpointConfigName, EndpointConfigArn, CreationTime };
    });
  }

  /** Also one that an endpoint runs: AWS lets it go, and refuses that endpoint's next update. */
  delete(arnOrName: string): void {
    this.get(arnOrName);
    this.configs.delete(nameOf(arnOrName).toLowerCase());
  }
}

/** Why CreateEndpointConfig refuses these properties; nothing when it takes them. */
export function endpointConfigProblems(properties: object): readonly string[] {
  const problems = requestProblems(CreateEndpointConfigInput$, properties, { texts: true });
  return problems.length > 0 ? problems : ruleProblems(properties as CreateEndpointConfigInput);
}

function ruleProblems(properties: CreateEndpointConfigInput): readonly string[] {
  const [variant, ...others] = properties.ProductionVariants ?? [];
  const elsewhere = NOT_HERE.filter((name) => name in properties);
  return [
    ...elsewhere.map((name) => `${name} does not run locally`),
    ...(variant === undefined || others.length > 0 ? ['one production variant runs locally'] : []),
    ...(variant?.ServerlessConfig ? serverlessProblems(variant, properties) : realTimeProblems(variant)),
    // The Ref of a model is its ARN, which AWS does not take here.
    ...(NAME.test(variant?.ModelName ?? '') ? [] : [`ModelName must satisfy ${NAME}`]),
    ...captureProblems(properties.DataCaptureConfig),
  ];
}

function serverlessProblems(variant: ProductionVariant, properties: CreateEndpointConfigInput): readonly string[] {
  const { MemorySizeInMB, MaxConcurrency, ProvisionedConcurrency = 1 } = variant.ServerlessConfig ?? {};
  const concurrency = Number(MaxConcurrency);
  const forbidden = OF_INSTANCES.filter((name) => name in variant);
  if (properties.DataCaptureConfig) forbidden.push('DataCaptureConfig');
  return [
    ...forbidden.map((name) => `${name} is not supported for serverless endpoints`),
    ...(MEMORY_SIZES.includes(Number(MemorySizeInMB)) ? [] : [`MemorySizeInMB must be one of ${MEMORY_SIZES}`]),
    ...(concurrency >= 1 && concurrency <= 200 ? [] : ['MaxConcurrency must be from 1 to 200']),
    ...(Number(ProvisionedConcurrency) > concurrency ? ['ProvisionedConcurrency must not exceed MaxConcurrency'] : []),
  ];
}

function realTimeProblems(variant: ProductionVariant | undefined): readonly string[] {
  const { InstanceType, InitialInstanceCount = 0 } = variant ?? {};
  return [
    ...(InstanceType === undefined ? ['InstanceType is missing'] : []),
    ...(Number(InitialInstanceCount) < 1 ? ['InitialInstanceCount must be at least 1'] : []),
  ];
}

function captureProblems(capture: CreateEndpointConfigInput['DataCaptureConfig']): readonly string[] {
  if (!capture) return [];
  const { CsvContentTypes = [], JsonContentTypes = [] } = capture.CaptureContentTypeHeader ?? {};
  const percentage = Number(capture.InitialSamplingPercentage);
  const modes = (capture.CaptureOptions ?? []).map(({ CaptureMode }) => String(CaptureMode));
  const plain = (type: string): boolean => /^[\w.+-]+\/[\w.+-]+$/.test(type);
  const rules: readonly (readonly [boolean, string])[] = [
    [percentage >= 0 && percentage <= 100, 'InitialSamplingPercentage must be from 0 to 100'],
    [/^s3:\/\/[^/]+/.test(capture.DestinationS3Uri ?? ''), 'DestinationS3Uri must be an S3 URI'],
    [modes.length >= 1 && modes.length <= 2, 'CaptureOptions must have one or two members'],
    [modes.every((mode) => /^(Input|Output|InputAndOutput)$/.test(mode)), `CaptureMode ${modes} is not known`],
    [CsvContentTypes.length <= 10 && JsonContentTypes.length <= 10, 'at most ten content types'],
    [[...CsvContentTypes, ...JsonContentTypes].every(plain), 'content types must be plain: type/subtype'],
  ];
  return rules.flatMap(([holds, problem]) => (holds ? [] : [`DataCaptureConfig: ${problem}`]));
}

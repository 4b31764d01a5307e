import type { DeploymentConfig } from '@aws-sdk/client-sagemaker';
import { type Caller, nameOf } from '../caller';
import { ServiceError, validationException } from '../service-error';
import { Endpoint } from './endpoint';
import type { ServingTools } from './fleet';
import type { ContainerAnswer } from './serving-container';

interface EndpointProperties {
  readonly EndpointName: string;
  readonly EndpointConfigName: string;
  readonly DeploymentConfig?: DeploymentConfig;
}

export interface InvocationRequest {
  readonly EndpointName: string;
  readonly Body: Buffer;
  readonly ContentType?: string;
  readonly Accept?: string;
  readonly CustomAttributes?: string;
  readonly TargetVariant?: string;
  readonly InferenceId?: string;
}

export interface Invocation {
  readonly Body: Buffer;
  readonly ContentType?: string;
  readonly InvokedProductionVariant?: string;
  readonly CustomAttributes?: string;
}

const ATTRIBUTES = 'x-amzn-sagemaker-custom-attributes';

/** The deployed endpoints, and what they are asked. */
export class Endpoints {
  private readonly endpoints = new Map<string, Endpoint>();

  constructor(private readonly tools: ServingTools) {}

  has(arnOrName: string): boolean {
    return this.endpoints.has(nameOf(arnOrName).toLowerCase());
  }

  get(arnOrName: string): Endpoint {
    const endpoint = this.endpoints.get(nameOf(arnOrName).toLowerCase());
    if (!endpoint) throw validationException(`Could not find endpoint "${arnOrName}".`);
    return endpoint;
  }

  /** Resolves when the endpoint is in service; one that fails is forgotten, as CloudFormation deletes it. */
  async create({ EndpointName: name, ...properties }: EndpointProperties, caller: Caller): Promise<void> {
    const config = this.tools.configs.get(properties.EndpointConfigName);
    const endpoint = new Endpoint(name, config, properties.DeploymentConfig, this.tools, caller);
    if (this.has(name)) throw validationException(`Cannot create already existing endpoint "${endpoint.arn}".`);
    this.endpoints.set(name.toLowerCase(), endpoint);
    await endpoint.start().catch((error) => {
      this.endpoints.delete(name.toLowerCase());
      throw error;
    });
  }

  /** Resolves when the update is over, whether it held or was rolled back. */
  async update({ EndpointName, EndpointConfigName, DeploymentConfig }: EndpointProperties): Promise<void> {
    const endpoint = this.get(EndpointName);
    if (endpoint.current.EndpointConfigName === EndpointConfigName) return;
    await endpoint.update(this.tools.configs.get(EndpointConfigName), DeploymentConfig);
  }

  async delete(arnOrName: string): Promise<void> {
    await this.get(arnOrName).delete();
    this.endpoints.delete(nameOf(arnOrName).toLowerCase());
  }

  /** Asks the model; an answer of its container that is an error becomes ModelError, with the container's own status. */
  async invoke(request: InvocationRequest, caller: Caller): Promise<Invocation> {
    const endpoint = this.endpoints.get(request.EndpointName.toLowerCase());
    const fleet = endpoint?.next();
    if (!endpoint || !fleet) {
      const message = `Endpoint ${request.EndpointName} of account ${caller.account} not found.`;
      throw new ServiceError('ValidationError', message);
    }
    const { VariantName = '' } = fleet.config.variant;
    if ((request.TargetVariant ?? VariantName) !== VariantName)
      throw new ServiceError('ValidationError', `Variant ${request.TargetVariant} of the endpoint was not found.`);
    const asked = performance.now();
    const headers = {
      ...(request.ContentType === undefined ? {} : { 'content-type': request.ContentType }),
      ...(request.Accept === undefined ? {} : { accept: request.Accept }),
      ...(request.CustomAttributes === undefined ? {} : { [ATTRIBUTES]: request.CustomAttributes }),
    };
    const answer = await fleet.invoke(request.Body, headers, request.InferenceId).catch((error): ContainerAnswer => {
      if (error instanceof ServiceError) throw error;
      return { status: 0, headers: {}, body: Buffer.from(error.message), milliseconds: performance.now() - asked };
    });
    const { status, milliseconds } = answer;
    endpoint.signals.add({ status, milliseconds, overhead: performance.now() - asked - milliseconds });
    if (status !== 200) throw modelError(request.EndpointName, status, String(answer.body), caller);
    return {
      Body: answer.body,
      ContentType: answer.headers['content-type'],
      InvokedProductionVariant: VariantName,
      CustomAttributes: answer.headers[ATTRIBUTES] as string | undefined,
    };
  }

  /** Ends all processes. */
  async close(): Promise<void> {
    await Promise.all([...this.endpoints.values()].map((endpoint) => endpoint.close()));
  }
}

function modelError(
  endpoint: string,
  status: number,
  OriginalMessage: string,
  { account, region }: Caller,
): ServiceError {
  const client = status >= 400 && status < 500;
  const group = `/aws/sagemaker/Endpoints/${endpoint}`;
  const console = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#logEventViewer:group=${group}`;
  const message =
    `Received ${client ? 'client' : 'server'} error (${status}) from primary with message "${OriginalMessage}". ` +
    `See ${console} in account ${account} for more information.`;
  const LogStreamArn = `arn:aws:logs:${region}:${account}:log-group:${group}`;
  return new ServiceError('ModelError', message, 424, { OriginalStatusCode: status, OriginalMessage, LogStreamArn });
}

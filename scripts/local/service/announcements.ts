import type { Cloud, Signal, StateChange } from './cloud';

const PIPELINE_METRICS = {
  Executing: 'ExecutionStarted',
  Failed: 'ExecutionFailed',
  Succeeded: 'ExecutionSucceeded',
  Stopped: 'ExecutionStopped',
} as const;

export type SignalledStatus = keyof typeof PIPELINE_METRICS;

/** What AWS says of each invocation of an endpoint, and its unit. */
const ENDPOINT_METRICS = {
  Invocations: 'None',
  Invocation4XXErrors: 'None',
  Invocation5XXErrors: 'None',
  ModelLatency: 'Microseconds',
  OverheadLatency: 'Microseconds',
} as const;

export type EndpointMetric = keyof typeof ENDPOINT_METRICS;

/** AWS's own signals that are published here because no one else runs pipelines and endpoints. */
export const SIGNALS: readonly Signal[] = [
  ...Object.values(PIPELINE_METRICS).map((metric) => ({
    namespace: 'AWS/Sagemaker/ModelBuildingPipeline',
    metric,
    unit: 'Count' as const,
    dimensions: ['PipelineName'],
  })),
  ...Object.entries(ENDPOINT_METRICS).map(([metric, unit]) => ({
    namespace: 'AWS/SageMaker',
    metric,
    unit,
    dimensions: ['EndpointName', 'VariantName'],
  })),
];

/** Sends state changes and signals one after the other, in the order they happened; a loss is reported, not hidden. */
export class Announcements {
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly cloud: Cloud,
    private readonly report: (line: string) => void,
  ) {}

  change(change: StateChange): void {
    this.enqueue(change.detailType, () => this.cloud.announce(change));
  }

  /** Counts one change of a pipeline's status. */
  pipelineSignal(status: SignalledStatus, pipelineName: string): void {
    this.signal(PIPELINE_METRICS[status], [pipelineName], [1]);
  }

  endpointSignal(metric: EndpointMetric, endpoint: string, variant: string, measured: readonly number[]): void {
    this.signal(metric, [endpoint, variant], measured);
  }

  /** Resolves when everything said so far was sent. */
  settled(): Promise<void> {
    return this.last;
  }

  private signal(metric: string, dimensions: readonly string[], measured: readonly number[]): void {
    const signal = SIGNALS.find((one) => one.metric === metric);
    if (signal) this.enqueue(metric, () => this.cloud.signal(signal, dimensions, measured));
  }

  private enqueue(what: string, send: () => Promise<void>): void {
    this.last = this.last.then(send).catch((error) => this.report(`"${what}" was not delivered: ${error}`));
  }
}

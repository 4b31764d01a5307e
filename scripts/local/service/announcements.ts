import type { Cloud, StateChange } from './cloud';

const PIPELINE_METRICS = {
  Executing: 'ExecutionStarted',
  Failed: 'ExecutionFailed',
  Succeeded: 'ExecutionSucceeded',
  Stopped: 'ExecutionStopped',
} as const;

export type SignalledStatus = keyof typeof PIPELINE_METRICS;

/** AWS's own signals that are published here because no one else runs pipelines: one Count a change of status. */
export const SIGNALS = Object.values(PIPELINE_METRICS).map((metric) => ({
  namespace: 'AWS/Sagemaker/ModelBuildingPipeline',
  metric,
  unit: 'Count' as const,
  dimensions: ['PipelineName'],
}));

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

  pipelineSignal(status: SignalledStatus, pipelineName: string): void {
    const metric = PIPELINE_METRICS[status];
    const signal = SIGNALS.find((one) => one.metric === metric);
    if (signal) this.enqueue(metric, () => this.cloud.signal(signal, [pipelineName]));
  }

  /** Resolves when everything said so far was sent. */
  settled(): Promise<void> {
    return this.last;
  }

  private enqueue(what: string, send: () => Promise<void>): void {
    this.last = this.last.then(send).catch((error) => this.report(`"${what}" was not delivered: ${error}`));
  }
}

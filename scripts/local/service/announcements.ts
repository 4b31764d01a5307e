import type { Cloud, StateChange } from './cloud';

/** AWS's own signals about pipelines, published here because no one else runs them. One Count a change of status. */
export const PIPELINE_SIGNALS = {
  namespace: 'AWS/Sagemaker/ModelBuildingPipeline',
  dimension: 'PipelineName',
  unit: 'Count',
  metrics: {
    Executing: 'ExecutionStarted',
    Failed: 'ExecutionFailed',
    Succeeded: 'ExecutionSucceeded',
    Stopped: 'ExecutionStopped',
  },
} as const;

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

  signal(metric: string, pipelineName: string): void {
    this.enqueue(metric, () => this.cloud.signal({ metric, pipelineName }));
  }

  /** Resolves when everything said so far was sent. */
  settled(): Promise<void> {
    return this.last;
  }

  private enqueue(what: string, send: () => Promise<void>): void {
    this.last = this.last.then(send).catch((error) => this.report(`"${what}" was not delivered: ${error}`));
  }
}

import type { Announcements, EndpointMetric } from '../announcements';

/** A minute on AWS. */
const PUBLISH_MILLISECONDS = 1000;

interface Invocation {
  /** Of the container's answer; 0 without one. */
  readonly status: number;
  /** How long the container took, and what came on top of it. */
  readonly milliseconds: number;
  readonly overhead: number;
}

/** AWS's signals of one endpoint's invocations, published each second while there are any. */
export class InvocationSignals {
  private invocations: Invocation[] = [];
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly announcements: Announcements,
    private readonly endpoint: string,
    private readonly variant: string,
  ) {}

  add(invocation: Invocation): void {
    this.invocations.push(invocation);
    this.timer ??= setTimeout(() => this.publish(), PUBLISH_MILLISECONDS).unref();
  }

  publish(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const taken = this.invocations.splice(0);
    if (taken.length === 0) return;
    const measured: Record<EndpointMetric, readonly number[]> = {
      Invocations: taken.map(() => 1),
      // One for each such answer, and a zero for each other: their average is the rate.
      Invocation4XXErrors: taken.map(({ status }) => Number(status >= 400 && status < 500)),
      Invocation5XXErrors: taken.map(({ status }) => Number(status >= 500 || status === 0)),
      ModelLatency: taken.map(({ milliseconds }) => Math.round(milliseconds * 1000)),
      OverheadLatency: taken.map(({ overhead }) => Math.round(overhead * 1000)),
    };
    for (const [metric, values] of Object.entries(measured)) {
      this.announcements.endpointSignal(metric as EndpointMetric, this.endpoint, this.variant, values);
    }
  }
}

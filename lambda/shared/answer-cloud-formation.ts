import * as z from 'zod/mini';

const request = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.string(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.optional(z.string()),
});
export type CustomResourceRequest = z.infer<typeof request>;

/** CloudFormation reads 4 KB of answer in all. */
const LONGEST_REASON = 1000;
const ATTEMPTS = 3;

export interface Answering {
  /** Time left until the function is stopped, in milliseconds. */
  readonly remainingMilliseconds: number;
  /** Kept back to send the answer. @default 5000 */
  readonly reserveMilliseconds?: number;
  readonly fetch?: typeof fetch;
}

/**
 * Does the work of a custom resource and tells CloudFormation how it went, whatever happens: without an answer a stack
 * waits for an hour. A failure, or time running out, is answered as FAILED with the reason. Throws only when the answer
 * itself cannot be delivered.
 */
export async function answerCloudFormation(
  event: unknown,
  physicalResourceId: string,
  work: (request: CustomResourceRequest) => Promise<void>,
  { remainingMilliseconds, reserveMilliseconds = 5000, fetch: send = fetch }: Answering,
): Promise<void> {
  const asked = z.parse(request, event);
  const failure = await withinTime(work(asked), remainingMilliseconds - reserveMilliseconds).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
  );
  const body = JSON.stringify({
    Status: failure === undefined ? 'SUCCESS' : 'FAILED',
    Reason: failure?.slice(0, LONGEST_REASON),
    // Another id would make CloudFormation delete what stands under the old one.
    PhysicalResourceId: asked.PhysicalResourceId ?? physicalResourceId,
    StackId: asked.StackId,
    RequestId: asked.RequestId,
    LogicalResourceId: asked.LogicalResourceId,
  });
  await deliver(asked.ResponseURL, body, send);
}

async function withinTime(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('ran out of time; deploy or delete again to go on')), milliseconds);
  });
  await Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}

async function deliver(url: string, body: string, send: typeof fetch): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    // The URL is signed without a content type: one that fetch adds by itself would be refused.
    const outcome = await send(url, { method: 'PUT', body, headers: { 'content-type': '' } }).then(
      (response) => (response.ok ? undefined : new Error(`CloudFormation's URL answered ${response.status}`)),
      (error: unknown) => error,
    );
    if (outcome === undefined) return;
    if (attempt === ATTEMPTS) throw outcome;
  }
}

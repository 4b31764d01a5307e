import {
  InvokeEndpointCommand,
  type InvokeEndpointCommandOutput,
  type SageMakerRuntimeClient,
  SageMakerRuntimeServiceException,
} from '@aws-sdk/client-sagemaker-runtime';
import { inParallel } from '../../shared/in-parallel';

/** Invocations under way at once for one request: enough to hide their latency, few enough for a small instance. */
const PARALLEL_INVOCATIONS = 10;

export interface Row {
  readonly csv: string;
  readonly inferenceId: string;
}

export interface Score {
  readonly score: number;
  /** ARN of the model version that gave it. */
  readonly modelVersion: string;
}

export interface Invocation {
  readonly runtime: SageMakerRuntimeClient;
  readonly endpoint: string;
  readonly deadline: AbortSignal;
}

const CSV = { ContentType: 'text/csv', Accept: 'text/csv' } as const;

/**
 * One invocation a row, since capture keeps one inference id an invocation; each answer names its own version, since two
 * versions answer at once while a new one takes over.
 */
export function scoreInRealTime(rows: readonly Row[], { runtime, endpoint, deadline }: Invocation): Promise<Score[]> {
  return inParallel(rows, PARALLEL_INVOCATIONS, async ({ csv, inferenceId }) => {
    const command = new InvokeEndpointCommand({
      EndpointName: endpoint,
      ...CSV,
      InferenceId: inferenceId,
      Body: csv,
    });
    const answer = await runtime.send(command, { abortSignal: deadline });
    const [score] = readScores(answer, 1) as [number];
    if (!answer.CustomAttributes) throw new Error(`endpoint ${endpoint} does not say which model version answered`);
    return { score, modelVersion: answer.CustomAttributes };
  });
}

/** One invocation for all rows, by the one version that the stack has in service. */
export async function scoreServerless(
  rows: readonly Row[],
  { runtime, endpoint, deadline, version }: Invocation & { readonly version: string },
): Promise<Score[]> {
  const Body = rows.map(({ csv }) => csv).join('\n');
  const command = new InvokeEndpointCommand({ EndpointName: endpoint, ...CSV, Body });
  const scores = readScores(await runtime.send(command, { abortSignal: deadline }), rows.length);
  return scores.map((score) => ({ score, modelVersion: version }));
}

/** Whether an invocation failed because there is no such endpoint: parked, or still being made. */
export function isEndpointMissing(error: unknown): boolean {
  // Source: invocations of deleted endpoints, "Endpoint x of account 1 not found."; there is no error of its own for it.
  return (
    error instanceof SageMakerRuntimeServiceException &&
    error.name === 'ValidationError' &&
    /\bnot found\b/.test(error.message)
  );
}

/** The built-in algorithm writes several scores on one line, a script one a line. */
function readScores({ Body }: InvokeEndpointCommandOutput, count: number): number[] {
  const cells = new TextDecoder().decode(Body).trim().split(/[\n,]/);
  const scores = cells.map((cell) => (cell.trim() === '' ? Number.NaN : Number(cell)));
  if (scores.length !== count || !scores.every(Number.isFinite))
    throw new Error(`the model answered ${scores.length} values for ${count} rows, or one that is no number`);
  return scores;
}

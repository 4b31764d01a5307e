import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { SignatureV4 } from '@smithy/signature-v4';
import { z } from 'zod';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { stackName } from '../../lib/config/stacks';
import { PREDICTION_URL_OUTPUT } from '../../lib/serving/prediction-url';
import { apiAddress } from './api-address';
import { Sha256 } from './sha256';

const prediction = z.strictObject({
  recordId: z.string(),
  inferenceId: z.string(),
  score: z.number(),
  decision: z.boolean(),
  modelVersion: z.string(),
});
const unknownRecord = z.strictObject({ recordId: z.string(), status: z.literal(404), message: z.string() });
const predictionsAnswer = z.strictObject({
  servedBy: z.enum(['real-time', 'serverless']),
  predictions: z.array(z.union([prediction, unknownRecord])),
});
const outcomesAnswer = z.strictObject({ accepted: z.int() });

/** The answer of `POST /predictions`, one entry a record in the request's order. */
export type PredictionsAnswer = z.infer<typeof predictionsAnswer>;

/** What became of a prediction: at least one of both. */
export interface Outcome {
  readonly inferenceId: string;
  /** One of the target's two values. */
  readonly actual?: string;
  /** From 1 to 5. */
  readonly feedback?: number;
}

/** The API refused or could not answer; `status` is HTTP's. */
export class PredictionRefused extends Error {
  public constructor(
    public readonly status: number,
    sentence: string,
  ) {
    super(`${status}: ${sentence}`);
  }
}

/** Calls the prediction API as the shell's AWS identity; each request is signed (SigV4). Repeats nothing by itself. */
export class PredictionClient {
  private readonly signer: SignatureV4;

  private constructor(
    private readonly address: string,
    { region, credentials }: CloudFormationClient['config'],
  ) {
    this.signer = new SignatureV4({ service: 'execute-api', region, credentials, sha256: Sha256 });
  }

  /** A client of the environment's API. `url` @default - what the prediction stack says */
  public static async of(config: EnvironmentConfig, url?: string): Promise<PredictionClient> {
    // Region and credentials from where every AWS client has them; the signer alone would not look there.
    const cloudFormation = new CloudFormationClient({ region: config.region });
    const apiUrl = url ?? (await deployedUrl(cloudFormation, stackName(config, 'prediction')));
    return new PredictionClient(apiAddress(apiUrl, process.env.AWS_ENDPOINT_URL), cloudFormation.config);
  }

  /** Asks about 1 to 100 records. */
  public async predict(recordIds: readonly string[]): Promise<PredictionsAnswer> {
    return predictionsAnswer.parse(await this.post('/predictions', { recordIds }));
  }

  /** Tells what became of 1 to 100 predictions; returns how many were taken. */
  public async recordOutcomes(outcomes: readonly Outcome[]): Promise<number> {
    return outcomesAnswer.parse(await this.post('/outcomes', { outcomes })).accepted;
  }

  private async post(path: string, content: object): Promise<unknown> {
    const url = new URL(this.address + path);
    const body = JSON.stringify(content);
    const { headers } = await this.signer.sign({
      method: 'POST',
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      headers: { host: url.host, 'content-type': 'application/json' },
      body,
    });
    const answer = await fetch(url, { method: 'POST', headers, body });
    const text = await answer.text();
    if (!answer.ok) throw new PredictionRefused(answer.status, sentenceIn(text));
    return JSON.parse(text);
  }
}

/** API Gateway's own refusals write it in another case; what comes from before it may be no JSON at all. */
function sentenceIn(text: string): string {
  const refusal = z.object({ message: z.string() }).or(z.object({ Message: z.string() }));
  try {
    const parsed = refusal.parse(JSON.parse(text));
    return 'message' in parsed ? parsed.message : parsed.Message;
  } catch {
    return text;
  }
}

async function deployedUrl(cloudFormation: CloudFormationClient, stack: string): Promise<string> {
  const { Stacks = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stack }));
  const output = Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === PREDICTION_URL_OUTPUT);
  if (!output?.OutputValue) throw new Error(`stack ${stack} has no output ${PREDICTION_URL_OUTPUT}: deploy it first`);
  return output.OutputValue;
}

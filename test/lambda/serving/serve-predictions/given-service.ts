import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { FirehoseClient } from '@aws-sdk/client-firehose';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SageMakerFeatureStoreRuntimeClient } from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { SageMakerRuntimeClient, SageMakerRuntimeServiceException } from '@aws-sdk/client-sagemaker-runtime';
import { ModelInService } from '../../../../lambda/serving/serve-predictions/model-in-service';
import { servePredictions } from '../../../../lambda/serving/serve-predictions/serve-predictions';
import { Thresholds } from '../../../../lambda/serving/serve-predictions/thresholds';
import { logger } from '../../../../lambda/shared/logger';
import { type LoggedPrediction, parsePrediction } from '../../../../lambda/shared/prediction-log';
import type { Dataset } from '../../../../lib/config/dataset';
import { stubClient } from '../../stub-client';

logger.setLogLevel('SILENT');

export const V1 = 'arn:aws:sagemaker:us-east-1:111111111111:model-package/parts/1';
export const V2 = 'arn:aws:sagemaker:us-east-1:111111111111:model-package/parts/2';
export const TIME = Date.UTC(2026, 10, 21, 14, 5, 6, 789);
/** The model scores a part by its load, which is all that the test's dataset has beside its turns. */
const STORE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: { part_id: 'a', measured_at: '2026-11-20T00:00:00Z', load: '0.25', turns: '7' },
  b: { part_id: 'b', measured_at: '2026-11-20T01:00:00Z', load: '0.5' },
  c: { part_id: 'c', measured_at: '2026-11-20T02:00:00Z', load: '0.75', turns: '9' },
};
const DATASET = {
  eventTime: { name: 'measured_at', by: 'column' },
  features: [{ name: 'load' }, { name: 'turns' }],
} as unknown as Dataset;

// Each stub knows the input of the command it answers.
// biome-ignore lint/suspicious/noExplicitAny: see stub-client
export type Input = any;
type Answers = Parameters<typeof stubClient>[1];
export interface Given {
  readonly parameters?: { readonly ApprovedModelVersion?: string; readonly RealTime?: string };
  readonly stack?: Answers[string];
  readonly registry?: Answers[string];
  readonly store?: Answers[string];
  readonly endpoint?: Answers[string];
  readonly log?: Answers[string];
}

export const records = (ids: readonly string[]) => ({
  Records: ids
    .filter((id) => id in STORE)
    .map((id) => ({
      RecordIdentifierValueAsString: id,
      Record: Object.entries(STORE[id] ?? {}).map(([FeatureName, ValueAsString]) => ({ FeatureName, ValueAsString })),
    })),
  Errors: [],
  UnprocessedIdentifiers: [],
});
export const idsIn = (input: { Identifiers: { RecordIdentifiersValueAsString: string[] }[] }) =>
  input.Identifiers.flatMap((each) => each.RecordIdentifiersValueAsString);

/** What the endpoint answers for a body: one score a row, as the real-time script says which version it is. */
export function scored(input: { Body: string; InferenceId?: string }, version = V1) {
  const text = input.Body.split('\n').map((row) => row.split(',')[0]);
  return {
    Body: Buffer.from(`${text.join(input.InferenceId ? '\n' : ',')}\n`),
    CustomAttributes: input.InferenceId && version,
  };
}

/** What SageMaker says of an endpoint that does not exist. */
export const missing = (endpoint: string) =>
  new SageMakerRuntimeServiceException({
    name: 'ValidationError',
    message: `Endpoint ${endpoint} of account 111111111111 not found.`,
    $fault: 'client',
    $metadata: {},
  });

/** A service between stubbed clients: everything answers well unless the test says otherwise. */
export function givenService(given: Given = {}) {
  const { ApprovedModelVersion = V1, RealTime = 'on' } = given.parameters ?? {};
  const Parameters = Object.entries({ ApprovedModelVersion, RealTime }).map(([ParameterKey, ParameterValue]) => ({
    ParameterKey,
    ParameterValue,
  }));
  const stack = stubClient(new CloudFormationClient({}), {
    DescribeStacks: given.stack ?? (() => ({ Stacks: [{ Parameters }] })),
  });
  const registry = stubClient(new SageMakerClient({}), {
    DescribeModelPackage: given.registry ?? (() => ({ CustomerMetadataProperties: { threshold: '0.5' } })),
  });
  const store = stubClient(new SageMakerFeatureStoreRuntimeClient({}), {
    BatchGetRecord: given.store ?? ((input) => records(idsIn(input))),
  });
  const endpoint = stubClient(new SageMakerRuntimeClient({}), {
    InvokeEndpoint: given.endpoint ?? ((input) => scored(input)),
  });
  const log = stubClient(new FirehoseClient({}), {
    PutRecordBatch:
      given.log ??
      (({ Records }) => ({ FailedPutCount: 0, RequestResponses: Records.map(() => ({ RecordId: 'taken' })) })),
  });
  let uuids = 0;
  const service = {
    dataset: DATASET,
    featureGroupName: 'parts',
    endpoints: { realTime: 'real-time', serverless: 'serverless' },
    stream: 'predictions',
    featureStore: store.client,
    runtime: endpoint.client,
    firehose: log.client,
    modelInService: new ModelInService(stack.client, 'serving'),
    thresholds: new Thresholds(registry.client),
    uuid: () => `00000000-0000-4000-8000-${String(++uuids).padStart(12, '0')}`,
    sleep: async () => {},
    random: () => 0.5,
  };
  const post = async (body: string | null, time = TIME) => {
    const request = { body, requestContext: { requestTimeEpoch: time } };
    const answer = await servePredictions(request, service, new AbortController().signal);
    return { ...answer, body: JSON.parse(answer.body), text: answer.body };
  };
  const ask = (recordIds: readonly string[], time?: number) => post(JSON.stringify({ recordIds }), time);
  /** Everything that Firehose was offered, line by line. */
  const logged = (): LoggedPrediction[] =>
    log.sent
      .flatMap(({ input }) => input.Records as { Data: Buffer }[])
      .flatMap(({ Data }) => Data.toString().split('\n').map(parsePrediction));
  return {
    post,
    ask,
    logged,
    sent: { stack: stack.sent, registry: registry.sent, store: store.sent, endpoint: endpoint.sent, log: log.sent },
  };
}

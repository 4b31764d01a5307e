import { GetRecordCommand, SageMakerFeatureStoreRuntimeClient } from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { InvokeEndpointCommand, SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import type { Dataset } from '../../lib/config/dataset';
import type { PredictionClient, PredictionsAnswer } from '../prediction/prediction-client';
import { until } from './lifecycle';
import { inParallel } from './service/in-parallel';

/** The prediction API takes that many records a request. */
const MOST_RECORDS = 100;
/** Requests under way; each is a process of its own here. */
const AT_ONCE = 3;

/** One answer of the API about a record that it knows. */
export interface Answer {
  readonly recordId: string;
  readonly inferenceId: string;
  readonly score: number;
  readonly decision: boolean;
  readonly modelVersion: string;
  readonly servedBy: PredictionsAnswer['servedBy'];
}

/** The model in service as its callers see it, and what it says when it is asked past the API. */
export class RunningModel {
  private readonly endpoints = new SageMakerRuntimeClient({});
  private readonly features = new SageMakerFeatureStoreRuntimeClient({});

  public constructor(
    private readonly api: PredictionClient,
    private readonly dataset: Dataset,
    private readonly featureGroup: string,
  ) {}

  /** Asks about all of `recordIds`, a full request at a time; leaves out the ones that the store does not know. */
  public async predict(recordIds: readonly string[]): Promise<Answer[]> {
    const requests = Array.from({ length: Math.ceil(recordIds.length / MOST_RECORDS) }, (_, at) =>
      recordIds.slice(at * MOST_RECORDS, (at + 1) * MOST_RECORDS),
    );
    const answers = await inParallel(requests, AT_ONCE, (ids) => this.api.predict(ids));
    return answers.flatMap(({ servedBy, predictions }) =>
      predictions.flatMap((each) => ('score' in each ? [{ ...each, servedBy }] : [])),
    );
  }

  /** Asks about one record until `servedBy` answers: for some seconds the API remembers what served before. */
  public untilServedBy(servedBy: Answer['servedBy'], recordId: string): Promise<Answer> {
    return until(`an answer from ${servedBy}`, async () => {
      const [answer] = await this.predict([recordId]);
      return answer?.servedBy === servedBy ? answer : undefined;
    });
  }

  /** Tells what became of predictions. */
  public async tell(outcomes: readonly { readonly inferenceId: string; readonly positive: boolean }[]): Promise<void> {
    const { positive: yes, negative: no } = this.dataset.target;
    for (let from = 0; from < outcomes.length; from += MOST_RECORDS)
      await this.api.recordOutcomes(
        outcomes
          .slice(from, from + MOST_RECORDS)
          .map(({ inferenceId, positive }) => ({ inferenceId, actual: positive ? yes : no })),
      );
  }

  /** The score that `endpoint` itself gives to a record's features as they stand in the store. */
  public async scoreOf(recordId: string, endpoint: string): Promise<number> {
    const { Record = [] } = await this.features.send(
      new GetRecordCommand({ FeatureGroupName: this.featureGroup, RecordIdentifierValueAsString: recordId }),
    );
    const values = new Map(Record.map(({ FeatureName, ValueAsString }) => [FeatureName, ValueAsString]));
    const row = this.dataset.features.map(({ name }) => values.get(name) ?? '').join(',');
    const { Body } = await this.endpoints.send(
      new InvokeEndpointCommand({
        EndpointName: endpoint,
        ContentType: 'text/csv',
        Accept: 'text/csv',
        Body: Buffer.from(row),
      }),
    );
    return Number(Body?.transformToString());
  }
}

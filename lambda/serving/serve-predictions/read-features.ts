import {
  BatchGetRecordCommand,
  type FeatureValue,
  type SageMakerFeatureStoreRuntimeClient,
} from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { untilNoneLeft, type Waiting } from '../../shared/until-none-left';

export interface FeatureReader extends Waiting {
  readonly featureStore: SageMakerFeatureStoreRuntimeClient;
  readonly featureGroupName: string;
  readonly deadline: AbortSignal;
}

/**
 * The newest record of each id that the online store has; an id that is missing is unknown. Throws when the store did
 * not say of some id whether it has it: that is no unknown id.
 */
export async function readFeatures(
  recordIds: readonly string[],
  reader: FeatureReader,
): Promise<ReadonlyMap<string, readonly FeatureValue[]>> {
  const { featureStore, featureGroupName, deadline } = reader;
  const found = new Map<string, readonly FeatureValue[]>();
  const readSome = async (ids: readonly string[]) => {
    const Identifiers = [{ FeatureGroupName: featureGroupName, RecordIdentifiersValueAsString: [...ids] }];
    const command = new BatchGetRecordCommand({ Identifiers });
    const answer = await featureStore.send(command, { abortSignal: deadline });
    for (const { RecordIdentifierValueAsString: id = '', Record = [] } of answer.Records ?? [])
      if (Record.length > 0) found.set(id, Record);
    // An accepted request says nothing yet: what was not looked up stands in two lists of the answer.
    const unprocessed = (answer.UnprocessedIdentifiers ?? []).flatMap(
      ({ RecordIdentifiersValueAsString = [] }) => RecordIdentifiersValueAsString,
    );
    const failed = (answer.Errors ?? []).map(({ RecordIdentifierValueAsString = '' }) => RecordIdentifierValueAsString);
    return [...unprocessed, ...failed];
  };
  await untilNoneLeft([...new Set(recordIds)], readSome, reader);
  return found;
}

import type { Assembly } from '../proof/assembly';
import { resourcesOf } from '../proof/resources-of';
import type { PlacedUsage, Unpriced } from './line';
import { assumed } from './pass-usage';
import { placed } from './placed';
import { quantity, times } from './quantity';
import { functionRuns } from './services/function-run';
import { KILOBYTE } from './units';

/** The function behind the API; the templates do not say which of their functions that is but by its name. */
const PREDICTING = /ServePredictions/;

/** What so many predictions use on their way, whichever endpoint answers: API, function, features, log. */
export function wayOfPredictions(
  assembly: Assembly,
  count: string,
): { readonly usages: readonly PlacedUsage[]; readonly unpriced: readonly Unpriced[] } {
  const predictions = quantity(count);
  const gigabytes = (kilobytes: string) => times(predictions, kilobytes, KILOBYTE);
  const called = resourcesOf(assembly, 'AWS::Lambda::Function').filter(({ logicalId }) => PREDICTING.test(logicalId));
  const usages = called.flatMap((each) => {
    const inStack = (type: string) => resourcesOf(assembly, type).filter(({ stack }) => stack === each.stack);
    return [
      ...placed(each, functionRuns(each, 'function', predictions, assumed('predictionFunctionSeconds'))),
      ...placed(each, [
        { what: 'logs', price: 'cloudwatch-logs', quantity: gigabytes(assumed('predictionLogKilobytes')) },
      ]),
      ...inStack('AWS::ApiGateway::RestApi').flatMap((api) =>
        placed(api, [{ what: 'API', price: 'api-request', quantity: predictions }]),
      ),
      // One of its streams takes predictions; all have one price.
      ...inStack('AWS::KinesisFirehose::DeliveryStream')
        .slice(0, 1)
        .flatMap((stream) =>
          placed(stream, [
            { what: 'prediction log', price: 'firehose', quantity: gigabytes(assumed('deliveredKilobytes')) },
          ]),
        ),
      ...resourcesOf(assembly, 'AWS::SageMaker::FeatureGroup').flatMap((group) =>
        placed(group, [{ what: 'features read', price: 'feature-store-read', quantity: predictions }]),
      ),
    ];
  });
  const reason = 'no function of the templates has a name that says it predicts';
  const isLost = called.length === 0 && resourcesOf(assembly, 'AWS::ApiGateway::RestApi').length > 0;
  return { usages, unpriced: isLost ? [{ what: `the way of ${count} predictions`, from: 'API', reason }] : [] };
}

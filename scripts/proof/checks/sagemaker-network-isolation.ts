import { about, type Check } from '../check';
import { JOB_NETWORKS } from '../facts/sagemaker-job-networks';
import { resourcesOf } from '../resources-of';
import { isTrue, listOf, shown, valueAt } from '../value-at';

export const sagemakerNetworkIsolation: Check = {
  id: 'sagemaker-network-isolation',
  rule: 'No container that SageMaker runs for a model or a monitor reaches any network (SageMaker.5, .11, .12, .14, .20, .25; S-01).',
  find: (assembly) => [
    ...resourcesOf(assembly, 'AWS::SageMaker::Model')
      .filter(({ Properties }) => !isTrue(valueAt(Properties, 'EnableNetworkIsolation')))
      .map((model) => about(model, message('SageMaker.5', valueAt(model.Properties, 'EnableNetworkIsolation')))),
    // An endpoint for inference components takes the place of the model: its variants name none.
    ...resourcesOf(assembly, 'AWS::SageMaker::EndpointConfig')
      .filter(({ Properties }) =>
        listOf(valueAt(Properties, 'ProductionVariants')).some((each) => valueAt(each, 'ModelName') === undefined),
      )
      .filter(({ Properties }) => !isTrue(valueAt(Properties, 'EnableNetworkIsolation')))
      .map((config) => about(config, message('S-01', valueAt(config.Properties, 'EnableNetworkIsolation')))),
    ...JOB_NETWORKS.flatMap(({ type, holder, isolation }) =>
      resourcesOf(assembly, type)
        .filter(({ Properties }) => valueAt(Properties, ...holder) !== undefined)
        .map((job) => ({ job, found: valueAt(job.Properties, ...holder, 'NetworkConfig', 'EnableNetworkIsolation') }))
        .filter(({ found }) => !isTrue(found))
        .map(({ job, found }) => about(job, message(isolation, found, [...holder, 'NetworkConfig.'].join('.')))),
    ),
  ],
};

function message(control: string, found: unknown, place = ''): string {
  return `${control}: ${place}EnableNetworkIsolation is ${shown(found)}; it has to be true, or the container can reach the internet`;
}

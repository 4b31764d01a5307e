import { about, type Check } from '../check';
import { JOB_NETWORKS } from '../facts/sagemaker-job-networks';
import { resourcesOf } from '../resources-of';
import { isTrue, shown, valueAt } from '../value-at';

export const sagemakerTrafficEncryption: Check = {
  id: 'sagemaker-traffic-encryption',
  rule: 'The instances of a monitoring job talk to each other encrypted (SageMaker.9, .10, .13, .15, .22).',
  find: (assembly) =>
    JOB_NETWORKS.flatMap(({ type, holder, encryption }) =>
      resourcesOf(assembly, type)
        .filter(({ Properties }) => valueAt(Properties, ...holder) !== undefined)
        .map((job) => ({
          job,
          found: valueAt(job.Properties, ...holder, 'NetworkConfig', 'EnableInterContainerTrafficEncryption'),
        }))
        .filter(({ found }) => !isTrue(found))
        .map(({ job, found }) =>
          about(
            job,
            `${encryption}: ${[...holder, 'NetworkConfig'].join('.')}.EnableInterContainerTrafficEncryption is ${shown(found)}; it has to be true`,
          ),
        ),
    ),
};

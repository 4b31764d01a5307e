import type { Assembly, Placed } from '../proof/assembly';
import { numeric, record, records } from '../proof/json';
import { resourcesOf } from '../proof/resources-of';
import { explainingInstances } from './monitor-instances';
import type { QuotaNeed } from './quota-needs';

const ACROSS = 'Number of instances across active endpoints';
// A new version runs beside the former one until it has taken over.
const FLEETS = 2;

/** What endpoints on instances need: twice as many as they scale to, since a new version comes beside the former one. */
export function endpointNeeds(assembly: Assembly): QuotaNeed[] {
  const variants = resourcesOf(assembly, 'AWS::SageMaker::EndpointConfig').flatMap((config) =>
    records(config.Properties.ProductionVariants)
      .filter(({ InstanceType }) => typeof InstanceType === 'string')
      .map((variant) => ({
        config,
        type: String(variant.InstanceType),
        first: numeric(variant.InitialInstanceCount) ?? 1,
      })),
  );
  const scalesTo = resourcesOf(assembly, 'AWS::ApplicationAutoScaling::ScalableTarget')
    .filter(({ Properties }) => Properties.ServiceNamespace === 'sagemaker')
    .map(({ Properties }) => numeric(Properties.MaxCapacity) ?? 0);
  return variants.flatMap(({ config, type, first }) => {
    const most = Math.max(first, ...scalesTo);
    const parked = isParked(config);
    const need = {
      service: 'sagemaker' as const,
      // A parked endpoint takes nothing until somebody wakes it.
      least: parked ? 0 : first,
      wanted: FLEETS * most + explainingInstances(assembly),
      fails: `the real-time endpoint: ${first} ${first === 1 ? 'instance' : 'instances'} ${parked ? 'to wake it' : 'at the first approval'}, up to ${most} in service, as many again while a version is replaced`,
    };
    return [
      { ...need, quota: `${type} for endpoint usage` },
      { ...need, quota: ACROSS },
    ];
  });
}

/** What endpoints without instances need: the concurrency that all of the account's share, and to be one more. */
export function serverlessNeeds(assembly: Assembly): QuotaNeed[] {
  const concurrency = resourcesOf(assembly, 'AWS::SageMaker::EndpointConfig').flatMap(({ Properties }) =>
    records(Properties.ProductionVariants).flatMap(({ ServerlessConfig }) => {
      const { MaxConcurrency } = record(ServerlessConfig);
      return MaxConcurrency === undefined ? [] : [numeric(MaxConcurrency) ?? 1];
    }),
  );
  if (concurrency.length === 0) return [];
  const all = concurrency.reduce((sum, each) => sum + each, 0);
  const fails = `the serverless endpoint, which takes a concurrency of ${all} from the first approval on`;
  return [
    {
      service: 'sagemaker',
      quota: 'Maximum total concurrency that can be allocated across all serverless endpoints',
      least: all,
      wanted: all,
      fails,
    },
    {
      service: 'sagemaker',
      quota: 'Maximum number of serverless endpoints',
      least: concurrency.length,
      wanted: concurrency.length,
      fails,
    },
  ];
}

/** Whether a stack begins with the endpoint parked: by the default of the parameter that its condition hangs on. */
export function isParked({ stack, Condition }: Placed): boolean {
  if (Condition === undefined) return false;
  const parameters = Object.values(record(stack.template.Parameters)).map((each) => record(each).Default);
  return parameters.includes('parked');
}

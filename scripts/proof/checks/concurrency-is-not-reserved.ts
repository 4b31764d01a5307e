import { about, type Check } from '../check';
import { numeric } from '../json';
import { resourcesOf } from '../resources-of';

/**
 * R-09, decided: an account's functions share 1000 of which 100 must stay free, a new account's only 10, so that the first
 * deploy of any reservation fails there ("decreases account's UnreservedConcurrentExecution below its minimum value").
 */
export const concurrencyIsNotReserved: Check = {
  id: 'concurrency-is-not-reserved',
  rule: 'No function reserves or provisions concurrency: a new account has none to spare (R-09; Lambda quotas)',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version').flatMap((resource) => {
      const { ReservedConcurrentExecutions: reserved, ProvisionedConcurrencyConfig: provisioned } = resource.Properties;
      return [
        ...(reserved === undefined
          ? []
          : [
              about(
                resource,
                numeric(reserved) === 0
                  ? 'reserves 0, so it is switched off'
                  : `reserves ${String(reserved)} of what may be 10 in all`,
              ),
            ]),
        ...(provisioned === undefined
          ? []
          : [about(resource, 'provisions concurrency, which costs by the hour and counts as reserved')]),
      ];
    }),
};

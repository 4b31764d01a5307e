import type { Assembly } from '../proof/assembly';
import { numeric, records } from '../proof/json';
import { resourcesOf } from '../proof/resources-of';
import { isParked } from './endpoint-needs';
import type { Judged } from './finding';
import type { Question } from './question';

/** What costs money as long as it stands, whether anybody uses it or not; read from the templates, nobody is asked. */
export const alwaysCosts: Question = {
  id: 'always-costs',
  needs: [],
  ask: async ({ assembly }) => judgeCosts(assembly),
};

export function judgeCosts(assembly: Assembly): Judged[] {
  return [
    ...resourcesOf(assembly, 'AWS::SageMaker::EndpointConfig')
      .filter((config) => !isParked(config))
      .flatMap(({ Properties }) => records(Properties.ProductionVariants))
      .filter(({ InstanceType }) => InstanceType !== undefined)
      .map(({ InstanceType, InitialInstanceCount }) => ({
        severity: 'costs' as const,
        message: `from the first approval on, ${numeric(InitialInstanceCount) ?? 1} × ${String(InstanceType)} serve around the clock`,
        command: "npm run park, or serving.realTime.initially: 'parked' in lib/config/environments.ts",
      })),
  ];
}

import type { Assembly } from '../../proof/assembly';
import { executionStatements } from './execution';
import { bootstrapStatements, deployStatements, preflightStatements } from './person';
import { type Allowed, policiesOf, policyOf } from './statement';

export const POLICY_FOLDER = 'docs/deploy-policy';

/** Every policy of the folder, by the name of its file. Those of CloudFormation's role are for all environments together. */
export function policyFiles(assemblies: readonly Assembly[], bootstrap: Assembly): Record<string, string> {
  const execution = policiesOf(united(assemblies.flatMap(executionStatements)));
  const documents = {
    'bootstrap.json': policyOf(bootstrapStatements(bootstrap)),
    'deploy.json': policyOf(deployStatements()),
    'preflight.json': policyOf(preflightStatements()),
    ...Object.fromEntries(execution.map((policy, index) => [`cloudformation-${index + 1}.json`, policy])),
  };
  return Object.fromEntries(
    Object.entries(documents).map(([name, document]) => [name, `${JSON.stringify(document, undefined, 2)}\n`]),
  );
}

/** Statements about the same resources and conditions as one. */
function united(all: readonly Allowed[]): Allowed[] {
  const byRest = new Map<string, Allowed>();
  for (const { actions, ...rest } of all) {
    const key = JSON.stringify(rest);
    byRest.set(key, { ...rest, actions: [...new Set([...(byRest.get(key)?.actions ?? []), ...actions])].sort() });
  }
  return [...byRest.values()];
}

import { ASKED_OF_ALL, DEPLOYED_NAMES } from '../../proof/facts/deployed-names';
import { type Action, actionsLike } from '../../proof/iam/service-reference';

/** The ARNs that a policy of the project names for an action; `*` for one that takes none, or that lists. */
export function resourcesOfAction(name: string, project: string): string[] {
  const actions = actionsLike(name);
  if (ASKED_OF_ALL.includes(name) || actions.every(lists)) return ['*'];
  const patterns = actions.flatMap(({ service, resourceTypes }) =>
    resourceTypes.flatMap((type) => DEPLOYED_NAMES[service]?.[type.name] ?? []),
  );
  const filled = patterns.map((arn) =>
    arn.replace('{project}', project).replace('{database}', project.replaceAll('-', '_')),
  );
  return filled.length === 0 ? ['*'] : [...new Set(filled)].sort();
}

/** The Service Authorization Reference tells lists from other reads. */
function lists(action: Action): boolean {
  return 'accessLevel' in action && action.accessLevel === 'List';
}

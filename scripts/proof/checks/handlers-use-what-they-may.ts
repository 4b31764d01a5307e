import type { Assembly, Placed } from '../assembly';
import { bundleOf } from '../bundle';
import { about, type Check } from '../check';
import { ALONG_WITH, NOT_CALLED_BY_NAME } from '../facts/called-for';
import { type RoleStatements, roleStatements } from '../iam/role-statements';
import { pointsTo } from '../points-to';
import { resourcesOf } from '../resources-of';
import { operationsIn } from '../sdk-calls';

/** A grant that no code can use serves only whoever takes over the function. */
export const handlersUseWhatTheyMay: Check = {
  id: 'handlers-use-what-they-may',
  rule: 'Every action that the role of a function is allowed by its full name is an operation that the code of some function with that role calls',
  find: (assembly) => {
    const functions = resourcesOf(assembly, 'AWS::Lambda::Function').map(
      (lambda) => [lambda, pointsTo(lambda.Properties.Role, lambda.stack, assembly).resource] as const,
    );
    return roleStatements(assembly).flatMap((each) => {
      const users = functions.filter(([, role]) => role === each.role).map(([lambda]) => lambda);
      return users.length === 0
        ? []
        : unusedActions(each, users, assembly).map((action) =>
            about(
              each.role,
              `may ${action}, which the code of ${users.map(({ logicalId }) => logicalId).join(' and ')} never calls`,
            ),
          );
    });
  },
};

/** None where the code of some user is not known: nobody can tell then. */
function unusedActions({ statements }: RoleStatements, users: readonly Placed[], assembly: Assembly): string[] {
  const called = users.map((lambda) => {
    const bundle = bundleOf(lambda, assembly);
    return bundle && operationsIn(bundle);
  });
  if (called.includes(undefined)) return [];
  const operations = new Set(called.flatMap((each) => [...(each ?? [])].flatMap(withOthers)));
  const actions = statements
    .filter(({ effect, actions }) => effect === 'Allow' && !actions.not)
    .flatMap(({ actions }) => actions.of)
    .filter((action) => /^[\w-]+:\w+$/.test(action) && !NOT_CALLED_BY_NAME.test(action));
  return [...new Set(actions)].filter((action) => !operations.has((action.split(':')[1] ?? '').toLowerCase()));
}

function withOthers(operation: string): string[] {
  return [operation, ...(ALONG_WITH[operation] ?? [])].map((name) => name.toLowerCase());
}

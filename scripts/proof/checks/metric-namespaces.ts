import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { decide } from '../iam/decide';
import { type RoleStatements, roleStatements } from '../iam/role-statements';
import { leavesOf, under } from '../leaves';
import { lookedAt } from '../looked-at';
import { pointsTo, textOf } from '../points-to';
import { resourcesOf } from '../resources-of';
import { matches } from '../role-allows';

const ACTION = 'cloudwatch:PutMetricData';
/** A namespace that nobody has, to see whether a grant is for all of them. */
const NOBODYS = 'a-namespace-of-nobody';
/** Namespaces in which jobs and containers of SageMaker publish for their owner. Source: "Amazon SageMaker AI metrics in CloudWatch". */
const SAGEMAKER = /^\/?aws\/sagemaker\//i;

/** PutMetricData takes no resource: without a condition its holder may drown or forge every metric that an alarm watches. */
export const metricNamespaces: Check = {
  id: 'metric-namespaces',
  rule: 'Whoever may put metrics may do so in namespaces that something of ours watches, and a function in the one that it is told',
  find: (assembly) => {
    const watched = [...new Set(lookedAt(assembly).map(({ namespace }) => namespace))].filter((each) => each !== '');
    const functions = resourcesOf(assembly, 'AWS::Lambda::Function');
    return roleStatements(assembly)
      .filter(({ statements }) => statements.some(({ effect, actions }) => effect === 'Allow' && names(actions.of)))
      .flatMap((each) => {
        const users = functions.filter(
          ({ Properties, stack }) => pointsTo(Properties.Role, stack, assembly).resource === each.role,
        );
        return [...wideFaults(each, watched), ...users.flatMap((lambda) => toldFaults(lambda, each, assembly))].map(
          (fault) => about(each.role, fault),
        );
      });
  },
};

function wideFaults({ statements }: RoleStatements, watched: readonly string[]): string[] {
  if (allows(statements, NOBODYS)) return [`may put metrics in every namespace: expected cloudwatch:namespace`];
  return statements
    .filter(({ effect, actions }) => effect === 'Allow' && names(actions.of))
    .flatMap(({ conditions }) => conditions.filter(({ key }) => /^cloudwatch:namespace$/i.test(key)))
    .flatMap(({ values }) => values)
    .filter((value) => !SAGEMAKER.test(value) && !watched.some((each) => matches(value, each)))
    .map((value) => `may put metrics in ${value}, which no alarm or dashboard looks at`);
}

function toldFaults(lambda: Placed, { statements }: RoleStatements, assembly: Assembly): string[] {
  return leavesOf(under(lambda.Properties, 'Environment', 'Variables'))
    .filter(({ path }) => /NAMESPACE$/.test(path))
    .map(({ value }) => textOf(value, lambda.stack, assembly))
    .filter((namespace) => namespace !== '' && !namespace.includes('${') && !allows(statements, namespace))
    .map((namespace) => `may not put metrics in ${namespace}, which ${lambda.logicalId} is told`);
}

function allows(statements: RoleStatements['statements'], namespace: string): boolean {
  const context = { 'cloudwatch:namespace': namespace };
  return decide({ statements, action: ACTION, resource: '*', context }) === 'allowed';
}

function names(actions: readonly string[]): boolean {
  return actions.some((action) => matches(action, ACTION));
}

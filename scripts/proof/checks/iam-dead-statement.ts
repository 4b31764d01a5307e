import { about, type Check, type Finding } from '../check';
import { NAMESPACES_OF_AWS } from '../facts/iam-exceptions';
import { covers } from '../iam/covers';
import { KnownNames } from '../iam/known-names';
import { type PlacedStatement, roleStatements } from '../iam/role-statements';
import { inWords, type Statement } from '../iam/statement';

/** What is granted on a name that nothing has helps nobody, and its owner believes that it does. */
export const iamDeadStatement: Check = {
  id: 'iam-dead-statement',
  rule: 'Each statement of a role names what a template holds or a service is known to make, and says something that no other says',
  find(assembly) {
    const known = new KnownNames(assembly);
    return roleStatements(assembly).flatMap(({ statements }) =>
      statements.flatMap((statement, index) => findIn(statement, statements.toSpliced(index, 1), known)),
    );
  },
};

function findIn(statement: PlacedStatement, others: readonly Statement[], known: KnownNames): Finding[] {
  const arns = (statement.resources?.of ?? []).filter((arn) => arn !== '*');
  const twice = others.find((other) => covers(other, statement) && ['Deny', statement.effect].includes(other.effect));
  return [
    ...arns.flatMap((arn) => known.wrongWith(arn)),
    ...unusedNamespaces(statement, known),
    ...(twice ? [`${inWords(twice)} says the same already, or more`] : []),
  ].map((each) => about(statement.holder, `${inWords(statement)}: ${each}`));
}

/** Who writes a metric learns its namespace from the template too. */
function unusedNamespaces({ conditions }: Statement, known: KnownNames): string[] {
  return conditions
    .filter(({ key }) => key.toLowerCase() === 'cloudwatch:namespace')
    .flatMap(({ values }) => values)
    .filter((value) => !NAMESPACES_OF_AWS.test(value) && !known.mentions(value.replace(/[-/]?\*$/, '')))
    .map((value) => `no template mentions the namespace ${value}`);
}

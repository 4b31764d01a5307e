import type { JudgedRole, Way } from './iam-judged';
import type { Unused } from './minimal';
import { inWords } from './statement';

/**
 * Statements, and actions and resources of them, without which every recorded call would be allowed all the same, because
 * something else allows it too. A call of which nobody knows what it is about may need either.
 */
export function redundantIn(role: JudgedRole): Unused[] {
  return role.statements.flatMap((statement, place) => {
    if (statement.effect !== 'Allow') return [];
    const { of: actions } = statement.actions;
    const about = (kind: Unused['kind'], what: string, whole: string, fits: Fits): Unused[] =>
      isSpare(role, fits)
        ? [
            {
              role: role.id,
              kind,
              what,
              beside: actions,
              message: `${inWords(statement)}: without ${whole} every call is allowed`,
            },
          ]
        : [];
    const whole = about('statement', actions[0] ?? '', 'it', (way) => way.statement === place);
    if (whole.length > 0) return whole;
    return [
      ...actions.flatMap((each) =>
        about('action', each, each, (way) => way.statement === place && way.action === each),
      ),
      ...(statement.resources?.of ?? []).flatMap((each) =>
        about('resource', each, each, (way) => way.statement === place && way.resource === each),
      ),
    ];
  });
}

type Fits = (way: Way) => boolean;

/** Whether calls use something and none of them has to. */
function isSpare({ calls }: JudgedRole, fits: Fits): boolean {
  const using = calls.filter(({ ways }) => ways.some(fits));
  return using.length > 0 && !using.some(({ ways, call }) => call.resource === undefined || ways.every(fits));
}

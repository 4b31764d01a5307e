import type { Assembly, Placed } from '../../proof/assembly';
import { record, records } from '../../proof/json';
import { pointsTo } from '../../proof/points-to';
import type { PlacedUsage, Unpriced, Usage } from '../line';
import { nameOf } from '../name-of';
import { assumed } from '../pass-usage';
import { phaseOf } from '../phase-of';
import { placeOf } from '../placed';
import { type Quantity, times } from '../quantity';
import { runsAMonth } from '../runs-a-month';
import { KILOBYTE } from '../units';
import { functionRuns } from './function-run';
import { machineRuns } from './machine-run';

const SCHEDULED = /^AWS::(Events::Rule|Scheduler::Schedule)$/;

/** What the schedules start in a month, whether anybody uses the product or not. */
export function scheduledRuns(
  resources: readonly Placed[],
  assembly: Assembly,
): { readonly usages: readonly PlacedUsage[]; readonly unpriced: readonly Unpriced[] } {
  const usages: PlacedUsage[] = [];
  const unpriced: Unpriced[] = [];
  for (const { rule, expression, started } of startsOf(resources, assembly)) {
    const from = placeOf(rule);
    const runs = runsAMonth(expression);
    const found = runs && started && usagesOf(started, assembly, runs);
    if (found) usages.push(...found.map((usage) => ({ ...usage, phase: phaseOf(started.stack), from })));
    else
      unpriced.push({
        what: `what ${expression} starts`,
        from,
        reason: 'no schedule of a function or a state machine',
      });
  }
  return { usages, unpriced };
}

function usagesOf(started: Placed, assembly: Assembly, runs: Quantity): readonly Usage[] | undefined {
  if (started.Type === 'AWS::StepFunctions::StateMachine')
    return machineRuns({ machine: started, assembly, runs, entries: assumed('idleStateEntries') });
  if (started.Type !== 'AWS::Lambda::Function') return undefined;
  const what = `scheduled runs of ${nameOf(started)}`;
  return [
    ...functionRuns(started, what, runs, assumed('idleRunSeconds')),
    { what, price: 'cloudwatch-logs', quantity: times(runs, assumed('idleRunLogKilobytes'), KILOBYTE) },
    { what, price: 'kms-request', quantity: times(runs, assumed('idleRunKeyRequests')) },
    ...costExplorerRequests(started, runs),
  ];
}

/** Every schedule that is enabled, and what it starts; nothing where that is not a resource of the templates. */
export function startsOf(
  resources: readonly Placed[],
  assembly: Assembly,
): readonly { readonly rule: Placed; readonly expression: string; readonly started: Placed | undefined }[] {
  return resources.flatMap((rule) => {
    const { ScheduleExpression: expression, State, Targets, Target } = rule.Properties;
    if (!SCHEDULED.test(rule.Type) || typeof expression !== 'string' || State === 'DISABLED') return [];
    return (Target === undefined ? records(Targets) : [record(Target)]).map(({ Arn }) => ({
      rule,
      expression,
      started: pointsTo(Arn, rule.stack, assembly).resource,
    }));
  });
}

/** Cost Explorer bills each request; who may send which is in the policies of the function's role. */
function costExplorerRequests({ stack, Properties }: Placed, runs: Quantity): Usage[] {
  const role = String((record(Properties.Role)['Fn::GetAtt'] as readonly unknown[] | undefined)?.[0] ?? '');
  const allowed = stack.resources
    .filter(({ Type, logicalId, Properties: { Roles } }) =>
      Type === 'AWS::IAM::Role' ? logicalId === role : JSON.stringify(Roles ?? '').includes(`"${role}"`),
    )
    .map(({ Properties: { PolicyDocument, Policies } }) => JSON.stringify([PolicyDocument, Policies]))
    .join();
  const what = 'requests to Cost Explorer';
  const price = 'cost-explorer-request';
  if (role === '' || !allowed.includes('"ce:')) return [];
  const isReview = allowed.includes('"ce:GetCostAndUsage');
  return [{ what, price, quantity: times(runs, assumed(isReview ? 'costReviewRequests' : 'costTagRequests')) }];
}

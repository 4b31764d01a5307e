import type { Assembly, Placed, Stack } from '../proof/assembly';
import { list, record } from '../proof/json';

const SERVING_PARAMETER = 'RealTime';

/**
 * The parameters of an idle product: some version serves, the real-time endpoint is as the environment says it is at
 * first, and Model Monitor watches that endpoint while it runs. All others have the defaults of their template.
 */
const AT_IDLE: Readonly<Record<string, (assembly: Assembly) => unknown>> = {
  ApprovedModelVersion: () => 'a version',
  Schedules: (assembly) => (isRealTimeOn(assembly) ? 'on' : 'off'),
};

/** Whether the real-time endpoint runs from the first approval on. */
function isRealTimeOn({ stacks }: Assembly): boolean {
  return stacks.some(({ template }) => record(record(template.Parameters)[SERVING_PARAMETER]).Default === 'on');
}

/** The resources that stand while nobody uses the product; without those whose condition does not hold then. */
export function standing(assembly: Assembly): Placed[] {
  return assembly.stacks.flatMap((stack) => {
    const holds = conditionsOf(stack, assembly);
    return stack.resources.filter(({ Condition }) => Condition === undefined || holds(Condition));
  });
}

function conditionsOf({ template }: Stack, assembly: Assembly): (name: string) => boolean {
  const conditions = record(template.Conditions);
  const parameters = record(template.Parameters);
  const holds = (name: string): boolean => truth(conditions[name]);
  const given = (value: unknown): unknown => {
    const { Ref } = record(value);
    if (typeof Ref !== 'string') return value;
    return AT_IDLE[Ref] ? AT_IDLE[Ref](assembly) : record(parameters[Ref]).Default;
  };
  const truth = (condition: unknown): boolean => {
    const [[name, operands] = ['', undefined]] = Object.entries(record(condition));
    switch (name) {
      case 'Condition':
        return holds(String(operands));
      case 'Fn::Not':
        return !truth(list(operands)[0]);
      case 'Fn::And':
        return list(operands).every(truth);
      case 'Fn::Or':
        return list(operands).some(truth);
      case 'Fn::Equals': {
        const [first, second] = list(operands).map(given);
        return JSON.stringify(first) === JSON.stringify(second);
      }
      default:
        // What nobody can tell may stand, and then costs: an estimate must not be flattering.
        return true;
    }
  };
  return holds;
}

import type { Definition } from '../lambda/serving/state-machine';
import { resources, SYNTHESIZED } from '../synthesized';

const [{ templates }] = SYNTHESIZED as [(typeof SYNTHESIZED)[number]];

/** The definition of the state machine whose id begins so, with a word for everything that is known only after deployment. */
export function deployedMachine(prefix: string): Definition {
  const [machine] = resources(templates, 'AWS::StepFunctions::StateMachine').filter(({ logicalId }) =>
    logicalId.startsWith(prefix),
  );
  const text = machine?.Properties.DefinitionString as { 'Fn::Join': [string, unknown[]] } | undefined;
  return JSON.parse(
    (text?.['Fn::Join'][1] ?? []).map((part) => (typeof part === 'string' ? part : 'deployed')).join(''),
  );
}

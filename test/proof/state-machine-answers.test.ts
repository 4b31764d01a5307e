import { stateMachineAnswers } from '../../scripts/proof/checks/state-machine-answers';
import { nothingOfOursBreaks } from './seeded';
import { say, seeded } from './seeded-copy';

const MACHINE = 'AWS::StepFunctions::StateMachine';

nothingOfOursBreaks(stateMachineAnswers);

seeded(stateMachineAnswers, [
  [
    'a choice waits for an answer that is given',
    MACHINE,
    /Park/,
    (p) => say(p, 'DefinitionString', '"StringEquals":"refused"', '"StringEquals":"declined"'),
    /waits for the answer declined/,
  ],
  [
    'a state reads a field that is answered',
    MACHINE,
    /Apply/,
    (p) => say(p, 'DefinitionString', '$.answer.realTime', '$.answer.realTimeOn'),
    /\$\.answer\.realTimeOn, which no function/,
  ],
]);

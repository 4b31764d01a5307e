import { about, type Check } from '../check';
import { under } from '../leaves';
import { array, type Fields, machinesOf, statesOf } from '../state-machine';
import { expressionsOf, faultOf, forgotten } from '../state-paths';

/** What only one of the two query languages has. */
const ONLY_JSONPATH = [
  'InputPath',
  'OutputPath',
  'ResultPath',
  'Parameters',
  'ResultSelector',
  'ItemsPath',
  'SecondsPath',
  'TimestampPath',
  'ErrorPath',
  'CausePath',
];
const ONLY_JSONATA = ['Arguments', 'Output', 'Items'];
/** A reference path: it names one place, so that something can be put there. */
const REFERENCE = /^\$((\.[A-Za-z_][\w-]*)|\[\d+\]|\['[^']+'\])*$/;

/** Every path and expression of a state is one, in the language of its machine, and stands where it is evaluated. */
export const stateMachinePaths: Check = {
  id: 'state-machine-paths',
  rule: 'Every path, context path, intrinsic function and JSONata expression of a state machine is well formed and stands in a field that is evaluated',
  find: (assembly) =>
    machinesOf(assembly).flatMap((machine) =>
      statesOf(machine).flatMap(({ name, state, jsonata }) =>
        (jsonata ? jsonataFaults(state) : pathFaults(state)).map((fault) =>
          about(machine.resource, `${name}: ${fault}`),
        ),
      ),
    ),
};

function pathFaults(state: Fields): string[] {
  const results = [state.ResultPath, ...array(state.Catch).map((each) => under(each, 'ResultPath'))];
  return [
    ...ONLY_JSONATA.filter((field) => field in state).map(
      (field) => `${field} belongs to JSONata, and this state speaks JSONPath`,
    ),
    ...expressionsOf(state).flatMap(({ field, text }) => {
      const fault = faultOf(text);
      return fault ? [`${field}: ${fault}`] : [];
    }),
    ...forgotten(state).map(
      ({ field, text }) => `${field} is the text ${text}; expected the name ${field}.$ for it to be evaluated`,
    ),
    ...results
      .filter((path) => path !== undefined && path !== null && !(typeof path === 'string' && REFERENCE.test(path)))
      .map((path) => `ResultPath is ${JSON.stringify(path)}, at which nothing can be put`),
  ];
}

function jsonataFaults(state: Fields): string[] {
  const text = JSON.stringify(state);
  const open = text.split('{%').length;
  return [
    ...ONLY_JSONPATH.filter((field) => field in state).map(
      (field) => `${field} belongs to JSONPath, and this state speaks JSONata`,
    ),
    ...(open === text.split('%}').length ? [] : ['an expression of JSONata begins or ends alone']),
    ...Object.keys(state.Arguments ?? {})
      .filter((key) => key.endsWith('.$'))
      .map((key) => `${key} is written as in JSONPath`),
  ];
}

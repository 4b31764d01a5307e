import { about, type Check, type Finding } from '../check';
import { MOST_BYTES, RESERVED_VARIABLES, VARIABLE_NAME } from '../facts/lambda-variables';
import { variablesOf } from '../lambda-variables';
import { resourcesOf } from '../resources-of';

/** CreateFunction of Lambda. */
export const variablesFitLambda: Check = {
  id: 'variables-fit-lambda',
  rule: 'Lambda takes every environment variable: by its name, not one of the runtime, and all of them together',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::Lambda::Function').flatMap((lambda): Finding[] => {
      const variables = variablesOf(lambda, assembly);
      const bytes = variables.reduce((sum, { name, text }) => sum + Buffer.byteLength(name + text), 0);
      const ofRuntime = variables.filter(({ name }) => RESERVED_VARIABLES.includes(name));
      const odd = variables.filter(({ name }) => !RESERVED_VARIABLES.includes(name) && !VARIABLE_NAME.test(name));
      return [
        ...ofRuntime.map(({ name }) => about(lambda, `sets ${name}, which belongs to the runtime`)),
        ...odd.map(({ name }) => about(lambda, `sets ${name}, which is no name of a variable`)),
        ...(bytes > MOST_BYTES
          ? [about(lambda, `sets ${bytes} bytes of variables, expected at most ${MOST_BYTES}`)]
          : []),
      ];
    }),
};

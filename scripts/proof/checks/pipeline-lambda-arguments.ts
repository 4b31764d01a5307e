import type { Assembly } from '../assembly';
import { bundleOf } from '../bundle';
import type { Check } from '../check';
import { entriesAt, listAt, textAt } from '../json-at';
import { findInSteps, type PipelineStep, resourceMeant } from '../pipeline-definition';

const NAME = '[A-Za-z_$][\\w$]*';

/** A handler that looks for its input under another name finds nothing, hours into a run. */
export const pipelineLambdaArguments: Check = {
  id: 'pipeline-lambda-arguments',
  rule: 'The function of a Lambda step is given what its code reads under the names that it reads, and answers what the step declares',
  find: (assembly) =>
    findInSteps(assembly, (step) => {
      if (step.type !== 'Lambda') return [];
      const text = codeOf(step, assembly);
      return text === undefined ? [] : problems(step, text);
    }),
};

function codeOf({ own }: PipelineStep, assembly: Assembly): string | undefined {
  const meant = resourceMeant(own.FunctionArn, assembly)?.resource;
  const text = meant?.Type === 'AWS::Lambda::Function' ? bundleOf(meant, assembly)?.text : undefined;
  return text === '' ? undefined : text;
}

function problems({ own, args }: PipelineStep, text: string): readonly string[] {
  const given = entriesAt(args).map(([name]) => name);
  const outputs = listAt(own, 'OutputParameters').map((output) => textAt(output, 'OutputName'));
  const contract = contractOf(given, text);
  return [
    ...given
      .filter((name) => !says(text, name))
      .map((name) => `passes ${name}, which the code of its function does not read`),
    ...contract
      .filter((name) => !given.includes(name))
      .map((name) => `does not pass ${name}, which the code of its function reads beside ${given.join(', ')}`),
    ...outputs
      .filter((name) => !says(text, name))
      .map((name) => `declares the output ${name}, of which the code of its function does not speak`),
  ];
}

function says(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])${name.replace(/\W/g, '\\$&')}(?![\\w$])`).test(text);
}

/** The names that stand with most of the arguments in one schema, or in one taking apart of the event. */
function contractOf(given: readonly string[], text: string): readonly string[] {
  const together = [...text.matchAll(/\{([^{}]*)\}/g)]
    .map(([, inner = '']) => keysOf(inner))
    .filter((keys) => given.filter((name) => keys.includes(name)).length * 2 > given.length && given.length > 1);
  const shared = (keys: readonly string[]) => given.filter((name) => keys.includes(name)).length;
  const [best = []] = together.sort((one, other) => shared(other) - shared(one) || one.length - other.length);
  return best;
}

function keysOf(inner: string): readonly string[] {
  return [...inner.matchAll(new RegExp(`(?:^|,)\\s*["']?(${NAME})["']?\\s*(?=[:,=]|$)`, 'g'))].map(
    ([, key = '']) => key,
  );
}

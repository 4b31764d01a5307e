import type { Assembly } from '../assembly';
import type { Check } from '../check';
import { entriesAt, isRecord, listAt, repeated, textAt } from '../json-at';
import { findInSteps, type PipelineStep, resourceMeant } from '../pipeline-definition';
import { isExpression } from '../pipeline-expression';

/** Limits of a Lambda step (developer guide, step-type-lambda; API OutputParameter). */
const MOST_SECONDS = 600;
const MOST_OUTPUTS = 50;
const LONGEST_NAME = 256;
const FUNCTIONS = ['AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version'];

export const pipelineLambdaSteps: Check = {
  id: 'pipeline-lambda-steps',
  rule: 'A Lambda step calls a function of the assembly that ends within its ten minutes, with flat arguments and declared outputs.',
  find: (assembly) =>
    findInSteps(assembly, (step) =>
      step.type === 'Lambda' ? [...functionProblems(step, assembly), ...valueProblems(step)] : [],
    ),
};

function functionProblems({ own }: PipelineStep, assembly: Assembly): readonly string[] {
  const meant = resourceMeant(own.FunctionArn, assembly);
  const isArn = meant?.attribute === (meant?.resource.Type === 'AWS::Lambda::Function' ? 'Arn' : 'Ref');
  if (meant === undefined || !FUNCTIONS.includes(meant.resource.Type) || !isArn)
    return [`calls ${String(own.FunctionArn)}, which is not the ARN of a function in these templates`];
  const seconds = Number(meant.resource.Properties.Timeout ?? 0);
  return [
    ...(seconds > MOST_SECONDS ? [`calls a function of ${seconds} s, and waits ${MOST_SECONDS} s at most`] : []),
    ...('CacheConfig' in own ? ['has a CacheConfig, which the service does not list for it'] : []),
  ];
}

function valueProblems({ own, args }: PipelineStep): readonly string[] {
  const nested = entriesAt(args).filter(
    ([, value]) => !isExpression(value) && (isRecord(value) || Array.isArray(value)),
  );
  const names = listAt(own, 'OutputParameters').map((output) => textAt(output, 'OutputName'));
  return [
    ...nested.map(([name]) => `has the argument ${name}, which is nested`),
    ...repeated(names).map((name) => `declares the output ${name} twice`),
    ...names
      .filter((name) => name.length > LONGEST_NAME)
      .map((name) => `has an output of the name ${name}, which is too long`),
    ...(names.length > MOST_OUTPUTS ? [`has ${names.length} outputs of at most ${MOST_OUTPUTS}`] : []),
  ];
}

import { z } from 'zod';
import { validationException } from '../service-error';
import { pathParts, references } from './expression';
import { stepProblems } from './step-arguments';

const STEP_NAME = /^[A-Za-z0-9\-_]{1,64}$/;

const parameter = z.strictObject({
  Name: z.string().regex(STEP_NAME),
  Type: z.enum(['String', 'Integer', 'Float', 'Boolean']),
  DefaultValue: z.union([z.string(), z.number(), z.boolean()]).optional(),
  Description: z.string().optional(),
  EnumValues: z.array(z.string()).optional(),
});

const step = z.strictObject({
  Name: z.string().regex(STEP_NAME),
  Type: z.enum([
    'Training',
    'Tuning',
    'Model',
    'Transform',
    'Processing',
    'Lambda',
    'Condition',
    'Fail',
    'RegisterModel',
  ]),
  DisplayName: z.string().optional(),
  Description: z.string().optional(),
  DependsOn: z.array(z.string()).optional(),
  Arguments: z.record(z.string(), z.unknown()),
  CacheConfig: z.strictObject({ Enabled: z.boolean(), ExpireAfter: z.string().optional() }).optional(),
  RetryPolicies: z.array(z.record(z.string(), z.unknown())).optional(),
  PropertyFiles: z
    .array(z.strictObject({ PropertyFileName: z.string(), OutputName: z.string(), FilePath: z.string() }))
    .optional(),
  FunctionArn: z.string().optional(),
  OutputParameters: z
    .array(z.strictObject({ OutputName: z.string(), OutputType: z.enum(['String', 'Integer', 'Float', 'Boolean']) }))
    .optional(),
});

const document = z.strictObject({
  Version: z.literal('2020-12-01'),
  Metadata: z.record(z.string(), z.unknown()).optional(),
  Parameters: z.array(parameter).default([]),
  PipelineExperimentConfig: z.record(z.string(), z.unknown()).nullable().optional(),
  Steps: z.array(step).min(1),
});

export type PipelineParameter = z.infer<typeof parameter>;

export type StepType = z.infer<typeof step>['Type'];

export type Step = z.infer<typeof step> & {
  /** Steps that must have succeeded: those named in DependsOn, those whose values it takes, its condition. */
  readonly needs: readonly string[];
  /** The condition that it stands in, and on which side. */
  readonly branch?: { readonly condition: string; readonly outcome: boolean };
};

export interface PipelineDefinition {
  readonly parameters: readonly PipelineParameter[];
  /** All steps, also those that stand in conditions. */
  readonly steps: readonly Step[];
}

const EXECUTION_VARIABLES = [
  ...['StartDateTime', 'CurrentDateTime', 'PipelineName', 'PipelineArn'],
  ...['PipelineExecutionId', 'PipelineExecutionArn'],
];

/**
 * Reads a definition as CreatePipeline does: step types, names, references, cycles and the members of every job request
 * are checked now, everything else fails when it runs. Throws ValidationException with all that is wrong.
 */
export function parsePipelineDefinition(body: string): PipelineDefinition {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (error) {
    throw validationException(`Unable to parse pipeline definition. ${error}`);
  }
  const parsed = document.safeParse(json);
  if (!parsed.success)
    throw validationException(`Unable to parse pipeline definition. ${z.prettifyError(parsed.error)}`);
  const { Parameters: parameters, Steps } = parsed.data;
  const steps = flatten(Steps);
  const problems = [
    ...repeated(parameters.map(({ Name }) => Name)).map((name) => `parameter ${name} is defined twice`),
    ...repeated(steps.map(({ Name }) => Name)).map((name) => `step ${name} is defined twice`),
    ...steps.flatMap((one) => referenceProblems(one, parameters, steps)),
    ...steps.flatMap((one) => stepProblems(one).map((problem) => `step ${one.Name}: ${problem}`)),
    ...cycle(steps),
  ];
  if (problems.length > 0) throw validationException(`Unable to parse pipeline definition. ${problems.join('; ')}`);
  return { parameters, steps };
}

function flatten(steps: readonly z.infer<typeof step>[], branch?: Step['branch']): Step[] {
  return steps.flatMap((one) => {
    const { IfSteps = [], ElseSteps = [], ...own } = one.Arguments;
    const taken = references(own).filter((path) => path.startsWith('Steps.'));
    const needs = [...(one.DependsOn ?? []), ...taken.map(stepOf), ...(branch ? [branch.condition] : [])];
    const inner = [IfSteps, ElseSteps].flatMap((list, index) => {
      const nested = z.array(step).safeParse(list);
      if (!nested.success)
        throw validationException(`Unable to parse pipeline definition. ${z.prettifyError(nested.error)}`);
      return flatten(nested.data, { condition: one.Name, outcome: index === 0 });
    });
    return [{ ...one, Arguments: own, needs: [...new Set(needs)], branch }, ...inner];
  });
}

const stepOf = (path: string): string => String(pathParts(path)[1]);

const repeated = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) < index);

function referenceProblems(one: Step, parameters: readonly PipelineParameter[], steps: readonly Step[]): string[] {
  const byName = new Map(steps.map((other) => [other.Name, other]));
  const dangling = references(one.Arguments).filter((path) => {
    const [kind, name, third, file] = pathParts(path).map(String);
    if (kind === 'Parameters') return !parameters.some(({ Name }) => Name === name);
    if (kind === 'Execution') return !EXECUTION_VARIABLES.includes(name ?? '');
    const files = byName.get(name ?? '')?.PropertyFiles ?? [];
    if (third === 'PropertyFiles') return !files.some(({ PropertyFileName }) => PropertyFileName === file);
    return kind !== 'Steps' || !byName.has(name ?? '');
  });
  const unknown = (one.DependsOn ?? []).filter((name) => byName.get(name)?.Type === 'Fail' || !byName.has(name));
  return [
    ...dangling.map((path) => `step ${one.Name}: ${path} refers to nothing`),
    ...unknown.map((name) => `step ${one.Name} cannot depend on ${name}`),
  ];
}

/** Takes away what needs nothing more until nothing is left; what stays turns in a circle. */
function cycle(steps: readonly Step[]): string[] {
  const left = new Map(steps.map(({ Name, needs }) => [Name, needs]));
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const [name, needs] of left) if (!needs.some((need) => left.has(need))) left.delete(name);
  }
  return left.size === 0 ? [] : [`steps ${[...left.keys()].join(', ')} depend on each other`];
}

import { hyperParameters } from './hyper-parameters';
import type { PlacedStep } from './placed-step';
import { entriesAt, listAt, valueAt } from './read-json';
import { forEachStep, type Rule } from './rule';

/** Characters of the whole document (SageMaker API, CreatePipeline). */
const DEFINITION_LENGTH = 1_048_576;
const PARAMETERS = 200;

interface Limit {
  readonly what: string;
  readonly maximum: number;
  readonly count: (step: PlacedStep) => number;
}

// SageMaker API model, August 2026. Some of them are checked only when the job is made: here the run would fail half way.
const LIMITS: readonly Limit[] = [
  { what: 'inputs', maximum: 10, count: ({ own }) => listAt(own, 'Arguments', 'ProcessingInputs').length },
  {
    what: 'outputs',
    maximum: 10,
    count: ({ own }) => listAt(own, 'Arguments', 'ProcessingOutputConfig', 'Outputs').length,
  },
  { what: 'container arguments', maximum: 100, count: (step) => containerArguments(step).length },
  { what: 'characters in a container argument', maximum: 256, count: (step) => longest(containerArguments(step)) },
  { what: 'environment variables', maximum: 100, count: (step) => environment(step).length },
  {
    what: 'characters in an environment variable',
    maximum: 256,
    count: (step) => longest(environment(step).map(([, value]) => value)),
  },
  { what: 'hyperparameters', maximum: 100, count: (step) => hyperParameters(step).length },
  {
    what: 'characters in a hyperparameter',
    maximum: 2500,
    count: (step) => longest(hyperParameters(step).map(([, value]) => value)),
  },
  { what: 'channels', maximum: 20, count: (step) => listAt(jobArguments(step), 'InputDataConfig').length },
  { what: 'metric definitions', maximum: 40, count: (step) => metrics(step).length },
  {
    what: 'characters in a regular expression',
    maximum: 500,
    count: (step) => longest(metrics(step).map((metric) => valueAt(metric, 'Regex'))),
  },
  {
    what: 'characters in a filter',
    maximum: 63,
    count: ({ own }) =>
      longest(['InputFilter', 'OutputFilter'].map((key) => valueAt(own, 'Arguments', 'DataProcessing', key))),
  },
  { what: 'output parameters', maximum: 50, count: ({ own }) => listAt(own, 'OutputParameters').length },
  {
    what: 'characters in the name of an output parameter',
    maximum: 256,
    count: ({ own }) => longest(listAt(own, 'OutputParameters').map((output) => valueAt(output, 'OutputName'))),
  },
  {
    what: 'characters in an error message',
    maximum: 3072,
    count: ({ own }) => longest([valueAt(own, 'Arguments', 'ErrorMessage')]),
  },
  { what: 'tags', maximum: 50, count: ({ own }) => listAt(own, 'Arguments', 'Tags').length },
];

/** Nothing is more or longer than the service takes. */
export const stepLimits = forEachStep((step) =>
  LIMITS.flatMap(({ what, maximum, count }) => {
    const found = count(step);
    return found > maximum ? [`Step ${step.name} has ${found} ${what}; ${maximum} are allowed.`] : [];
  }),
);

/** The document fits into one request. */
export const documentLimits: Rule = ({ definition }) => {
  const length = JSON.stringify(definition).length;
  const parameters = listAt(definition, 'Parameters').length;
  return [
    ...(length > DEFINITION_LENGTH
      ? [`The definition has ${length} characters; ${DEFINITION_LENGTH} are allowed.`]
      : []),
    ...(parameters > PARAMETERS ? [`The definition has ${parameters} parameters; ${PARAMETERS} are allowed.`] : []),
  ];
};

function jobArguments({ type, own }: PlacedStep): unknown {
  return type === 'Tuning' ? valueAt(own, 'Arguments', 'TrainingJobDefinition') : valueAt(own, 'Arguments');
}

function metrics(step: PlacedStep): readonly unknown[] {
  return listAt(jobArguments(step), 'AlgorithmSpecification', 'MetricDefinitions');
}

function environment(step: PlacedStep): readonly [string, unknown][] {
  return entriesAt(jobArguments(step), 'Environment');
}

function containerArguments({ own }: PlacedStep): readonly unknown[] {
  return listAt(own, 'Arguments', 'AppSpecification', 'ContainerArguments');
}

/** Length of the longest literal; what is known only at run time counts nothing. */
function longest(values: readonly unknown[]): number {
  return Math.max(0, ...values.map((value) => (typeof value === 'string' ? value.length : 0)));
}

/** The execution variables that the service fills in at run time (SageMaker SDK, `execution_variables.py`). */
export const EXECUTION_VARIABLES = [
  'StartDateTime',
  'CurrentDateTime',
  'PipelineName',
  'PipelineArn',
  'PipelineExecutionId',
  'PipelineExecutionArn',
  'TrainingJobName',
  'ProcessingJobName',
] as const;

/** What a reference may point at: a parameter, an execution variable, or a property of an earlier step. */
export type ReferencePath =
  | `Parameters.${string}`
  | `Execution.${(typeof EXECUTION_VARIABLES)[number]}`
  | `Steps.${string}.${string}`;

/** A value known only at run time; one that points at a step makes its step run after that one. */
export interface Reference<Path extends ReferencePath = ReferencePath> {
  readonly Get: Path;
}

/** Text put together at run time; also the only cast from a number to the strings that arguments want. */
export interface Join {
  readonly 'Std:Join': { readonly On: string; readonly Values: readonly Value[] };
}

/** One value out of a JSON file that a processing step declared as a property file. */
export interface JsonGet {
  readonly 'Std:JsonGet': {
    readonly PropertyFile: Reference<`Steps.${string}.PropertyFiles.${string}`>;
    readonly Path: string;
  };
}

type Expression = Reference | Join | JsonGet;
export type Value = string | number | boolean | Expression;
/** A string now or at run time. */
export type Text = string | Expression;

/** The reference to `path`, e.g. `get('Steps.CreateModel.ModelName')`. */
export function get<Path extends ReferencePath>(path: Path): Reference<Path> {
  return { Get: path };
}

/**
 * The texts of `values` with `on` between them.
 * A value that is itself joined by the same separator is taken apart, so that the definition holds one flat join.
 */
export function join(on: string, values: readonly Value[]): Join {
  return { 'Std:Join': { On: on, Values: values.flatMap((value) => valuesOf(value, on)) } };
}

function valuesOf(value: Value, on: string): readonly Value[] {
  const isSameJoin = typeof value === 'object' && 'Std:Join' in value && value['Std:Join'].On === on;
  return isSameJoin ? value['Std:Join'].Values : [value];
}

/** The string form of a run-time number: hyperparameters, container arguments and metadata take strings only. */
export function asText(value: Value): Join {
  return join('', [value]);
}

/** The value at `path` (`a.b[0].c`) of the property file `file` of processing step `step`. */
export function jsonGet(step: string, file: string, path: string): JsonGet {
  return { 'Std:JsonGet': { PropertyFile: get(`Steps.${step}.PropertyFiles.${file}`), Path: path } };
}

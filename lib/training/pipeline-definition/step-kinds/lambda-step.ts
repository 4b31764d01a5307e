import { get, type Reference, type Value } from '../expression';

type OutputType = 'String' | 'Integer' | 'Boolean' | 'Float';

export interface LambdaStepProps<Output extends string> {
  readonly name: string;
  readonly functionArn: string;
  /** The event: flat, no lists and no objects. */
  readonly arguments: Readonly<Record<string, Value>>;
  /** What the function returns, flat too; a text has at most 1,024 characters. */
  readonly outputs: Readonly<Record<Output, OutputType>>;
}

/** A call of a Lambda function that answers within 10 minutes, whatever the function's own timeout. */
export interface LambdaStep<Output extends string = string> {
  readonly Name: string;
  readonly Type: 'Lambda';
  readonly FunctionArn: string;
  readonly Arguments: Readonly<Record<string, Value>>;
  readonly OutputParameters: readonly { readonly OutputName: Output; readonly OutputType: OutputType }[];
}

/** A Lambda call. It has neither retries nor cache, since the service takes none here: the function must be idempotent. */
export function lambdaStep<Output extends string>(props: LambdaStepProps<Output>): LambdaStep<Output> {
  const outputs = Object.entries<OutputType>(props.outputs) as [Output, OutputType][];
  return {
    Name: props.name,
    Type: 'Lambda',
    FunctionArn: props.functionArn,
    Arguments: props.arguments,
    OutputParameters: outputs.map(([OutputName, OutputType]) => ({ OutputName, OutputType })),
  };
}

/** The value that the function returned as `output`. */
export function outputParameter<Output extends string>(step: LambdaStep<Output>, output: NoInfer<Output>): Reference {
  return get(`Steps.${step.Name}.OutputParameters['${output}']`);
}

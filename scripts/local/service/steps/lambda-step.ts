import { JobFailure, JobStopped } from '../jobs/job-failure';
import type { Step } from '../pipelines/pipeline-definition';
import type { StepRunner } from './step-runners';

/** SageMaker's limit for one output (API OutputParameter). */
const OUTPUT_LENGTH = 1024;

const TYPES: Record<string, (value: unknown) => boolean> = {
  String: (value) => typeof value === 'string',
  Integer: Number.isInteger,
  Float: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
};

type OutputParameter = NonNullable<Step['OutputParameters']>[number];

/** Calls the function with the step's flat arguments; its answer must hold every declared output, flat and short. */
export const runLambdaStep: StepRunner = async (step, args, { machine, roleArn, signal }) => {
  const nested = Object.keys(args).filter((name) => typeof args[name] === 'object');
  if (nested.length > 0) throw new JobFailure(`ClientError: Lambda step arguments must be flat: ${nested.join(', ')}`);
  const session = await machine.cloud.actAs(roleArn);
  // On AWS a stop waits for the function; here nothing may keep the service from closing.
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new JobStopped('Step was stopped')), { once: true });
  });
  const { payload, error } = await Promise.race([session.invoke(step.FunctionArn ?? '', args), stopped]);
  if (error !== undefined) throw new JobFailure(`ClientError: Lambda function ${step.FunctionArn} failed: ${error}`);
  const answer = (typeof payload === 'object' && payload !== null ? payload : {}) as Record<string, unknown>;
  const outputs = (step.OutputParameters ?? []).map(
    (output) => [output.OutputName, outputValue(output, answer)] as const,
  );
  const OutputParameters = outputs.map(([Name, value]) => ({ Name, Value: String(value) }));
  return {
    properties: { OutputParameters: Object.fromEntries(outputs) },
    metadata: { Lambda: { Arn: step.FunctionArn, OutputParameters } },
  };
};

function outputValue({ OutputName, OutputType }: OutputParameter, answer: Record<string, unknown>): unknown {
  const given = answer[OutputName];
  if (given === undefined)
    throw new JobFailure(`ClientError: the Lambda function returned no output parameter ${OutputName}`);
  // A nested value becomes one string, into which nothing can refer.
  const value = typeof given === 'object' ? JSON.stringify(given) : given;
  if (!TYPES[OutputType]?.(value))
    throw new JobFailure(`ClientError: output parameter ${OutputName} is not of type ${OutputType}`);
  const { length } = String(value);
  if (length > OUTPUT_LENGTH)
    throw new JobFailure(
      `ClientError: output parameter ${OutputName} has ${length} characters, ${OUTPUT_LENGTH} are allowed`,
    );
  return value;
}

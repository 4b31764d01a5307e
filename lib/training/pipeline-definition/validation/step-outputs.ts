import type { PlacedStep } from './placed-step';
import { listAt, textAt, valueAt } from './read-json';

/** A place in S3 that a step writes to. */
export interface StepOutput {
  readonly what: string;
  readonly uri: unknown;
  readonly kmsKeyId: unknown;
}

/** The places that the service writes to for `step`. */
export function stepOutputs({ type, own }: PlacedStep): readonly StepOutput[] {
  switch (type) {
    case 'Training':
      return [jobOutput('its model', valueAt(own, 'Arguments', 'OutputDataConfig'))];
    case 'Tuning':
      return [jobOutput('its models', valueAt(own, 'Arguments', 'TrainingJobDefinition', 'OutputDataConfig'))];
    case 'Transform':
      return [jobOutput('its scores', valueAt(own, 'Arguments', 'TransformOutput'))];
    case 'Processing':
      return processingOutputs(valueAt(own, 'Arguments', 'ProcessingOutputConfig'));
    default:
      return [];
  }
}

function jobOutput(what: string, config: unknown): StepOutput {
  return { what, uri: valueAt(config, 'S3OutputPath'), kmsKeyId: valueAt(config, 'KmsKeyId') };
}

function processingOutputs(config: unknown): readonly StepOutput[] {
  return listAt(config, 'Outputs').map((output) => ({
    what: `the output ${textAt(output, 'OutputName')}`,
    uri: valueAt(output, 'S3Output', 'S3Uri'),
    kmsKeyId: valueAt(config, 'KmsKeyId'),
  }));
}

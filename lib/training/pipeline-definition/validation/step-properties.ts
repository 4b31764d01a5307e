import type { PlacedStep } from './placed-step';
import { listAt, textAt } from './read-json';

// What later steps may want of the response that describes a finished step (SageMaker API, Describe…).
const PROPERTIES: Readonly<Record<string, readonly RegExp[]>> = {
  Processing: [
    /^ProcessingJob(Name|Arn)$/,
    /^ExitMessage$/,
    /^ProcessingInputs\[('[^']+'|\d)\]\.S3Input\.S3Uri$/,
    /^ProcessingOutputConfig\.Outputs\[('[^']+'|\d)\]\.S3Output\.S3Uri$/,
    /^PropertyFiles\.[\w-]+$/,
  ],
  Training: [
    /^TrainingJob(Name|Arn)$/,
    /^ModelArtifacts\.S3ModelArtifacts$/,
    /^OutputDataConfig\.S3OutputPath$/,
    /^FinalMetricDataList\['[^']+'\]\.Value$/,
  ],
  Tuning: [
    /^HyperParameterTuningJob(Name|Arn)$/,
    /^BestTrainingJob\.TrainingJob(Name|Arn)$/,
    /^BestTrainingJob\.FinalHyperParameterTuningJobObjectiveMetric\.Value$/,
    /^TrainingJobSummaries\[[1-4]?\d\]\.TrainingJob(Name|Arn)$/,
  ],
  Model: [/^Model(Name|Arn)$/],
  Transform: [/^TransformJob(Name|Arn)$/, /^TransformOutput\.S3OutputPath$/],
  RegisterModel: [/^ModelPackage(Name|Arn)$/],
  Lambda: [/^OutputParameters\['[^']+'\]$/],
  Condition: [/^Outcome$/],
};

interface Declared {
  readonly pattern: RegExp;
  readonly what: string;
  readonly names: (step: PlacedStep) => readonly string[];
}

// Where a property names a member of a list, the step must have declared that member.
const DECLARED: readonly Declared[] = [
  {
    pattern: /^OutputParameters\['(.+)'\]$/,
    what: 'output parameter',
    names: ({ own }) => listAt(own, 'OutputParameters').map((output) => textAt(output, 'OutputName')),
  },
  {
    pattern: /^ProcessingOutputConfig\.Outputs\['(.+)'\]/,
    what: 'output',
    names: processingOutputNames,
  },
  {
    pattern: /^ProcessingInputs\['(.+)'\]/,
    what: 'input',
    names: ({ own }) => listAt(own, 'Arguments', 'ProcessingInputs').map((input) => textAt(input, 'InputName')),
  },
  {
    pattern: /^PropertyFiles\.(.+)$/,
    what: 'property file',
    names: ({ own }) => listAt(own, 'PropertyFiles').map((file) => textAt(file, 'PropertyFileName')),
  },
  {
    pattern: /^FinalMetricDataList\['(.+)'\]/,
    what: 'metric',
    names: ({ own }) =>
      listAt(own, 'Arguments', 'AlgorithmSpecification', 'MetricDefinitions').map((metric) => textAt(metric, 'Name')),
  },
];

/** What is wrong with `property` as a property of `step`, as the end of a sentence; undefined if nothing is. */
export function propertyProblem(step: PlacedStep, property: string): string | undefined {
  const isKnown = PROPERTIES[step.type]?.some((pattern) => pattern.test(property)) ?? false;
  if (!isKnown) return `a step of type ${step.type} has no such property`;
  for (const { pattern, what, names } of DECLARED) {
    const name = pattern.exec(property)?.[1];
    if (name !== undefined && !names(step).includes(name)) return `step ${step.name} declares no ${what} ${name}`;
  }
  return undefined;
}

/** The names of a processing step's outputs. */
export function processingOutputNames({ own }: PlacedStep): readonly string[] {
  return listAt(own, 'Arguments', 'ProcessingOutputConfig', 'Outputs').map((output) => textAt(output, 'OutputName'));
}

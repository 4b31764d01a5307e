import {
  DescribeAutoMLJobResponse$,
  DescribeHyperParameterTuningJobResponse$,
  DescribeModelOutput$,
  DescribeModelPackageOutput$,
  DescribeProcessingJobResponse$,
  DescribeTrainingJobResponse$,
  DescribeTransformJobResponse$,
  ListTrainingJobsForHyperParameterTuningJobResponse$,
} from '@aws-sdk/client-sagemaker';
import { listAt, textAt } from '../json-at';
import type { PipelineStep } from '../pipeline-definition';

/** The responses whose members a finished step offers, as the SDK describes them (SageMaker SDK, `properties.py`). */
const RESPONSES: Readonly<Record<string, readonly unknown[]>> = {
  Training: [DescribeTrainingJobResponse$],
  Processing: [DescribeProcessingJobResponse$],
  QualityCheck: [DescribeProcessingJobResponse$],
  ClarifyCheck: [DescribeProcessingJobResponse$],
  Tuning: [DescribeHyperParameterTuningJobResponse$, ListTrainingJobsForHyperParameterTuningJobResponse$],
  Transform: [DescribeTransformJobResponse$],
  Model: [DescribeModelOutput$],
  RegisterModel: [DescribeModelPackageOutput$],
  AutoML: [DescribeAutoMLJobResponse$],
};

/** What a step offers beside a response (developer guide, step types). */
const OTHERS: Readonly<Record<string, RegExp>> = {
  Processing: /^PropertyFiles\.[\w-]+$/,
  AutoML: /^(BestCandidateProperties\.\w+|PropertyFiles\.[\w-]+)$/,
  QualityCheck: /^(CalculatedBaseline|BaselineUsedForDriftCheck)(Statistics|Constraints)$/,
  ClarifyCheck: /^(CalculatedBaseline|BaselineUsedForDriftCheck)Constraints$/,
  Lambda: /^OutputParameters\['[^']+'\]$/,
  Callback: /^OutputParameters\['[^']+'\]$/,
  Condition: /^Outcome$/,
  EMR: /^(ClusterId|Id|Name|Status\.\w+)$/,
  EndpointConfig: /^EndpointConfig(Name|Arn)$/,
  Endpoint: /^Endpoint(Name|Arn)$/,
};

/** Lists whose members a path names, and where the step declares those names. */
const DECLARED: readonly (readonly [pattern: RegExp, names: (step: PipelineStep) => readonly string[]])[] = [
  [/^OutputParameters\['(.+)'\]$/, ({ own }) => namesAt(listAt(own, 'OutputParameters'), 'OutputName')],
  [/^PropertyFiles\.(.+)$/, ({ own }) => namesAt(listAt(own, 'PropertyFiles'), 'PropertyFileName')],
  [
    /^ProcessingOutputConfig\.Outputs\['(.+)'\]/,
    ({ args }) => namesAt(listAt(args, 'ProcessingOutputConfig', 'Outputs'), 'OutputName'),
  ],
  [/^ProcessingInputs\['(.+)'\]/, ({ args }) => namesAt(listAt(args, 'ProcessingInputs'), 'InputName')],
  [
    /^FinalMetricDataList\['(.+)'\]/,
    ({ args }) => namesAt(listAt(args, 'AlgorithmSpecification', 'MetricDefinitions'), 'Name'),
  ],
];

const namesAt = (list: readonly unknown[], key: string): readonly string[] => list.map((each) => textAt(each, key));

/** Why a step has no such property, as the end of a sentence; undefined if it has it. */
export function stepPropertyProblem(step: PipelineStep, property: string): string | undefined {
  const parts = [...property.matchAll(/([^.[\]]+)|\[(?:'[^']*'|\d+)\]/g)].map(([part, name]) => name ?? part);
  const leads = RESPONSES[step.type]?.some((shape) => isValue(shape, parts)) || OTHERS[step.type]?.test(property);
  if (!leads) return `a step of type ${step.type} has no value there`;
  for (const [pattern, names] of DECLARED) {
    const name = pattern.exec(property)?.[1];
    if (name !== undefined && !names(step).includes(name)) return `step ${step.name} declares no ${name}`;
  }
  return undefined;
}

// As the SDK writes shapes: [3, …, members, their shapes] a structure, [1, …, item] a list, [2, …, key, value] a map.
const KINDS = { list: 1, map: 2, structure: 3 };
const LIST_OF = 64;
const MAP_OF = 128;

/** Whether `parts` lead through a shape to one value, and not to a structure or a list of them. */
function isValue(schema: unknown, [part, ...rest]: readonly string[]): boolean {
  const shape = typeof schema === 'function' ? schema() : schema;
  if (Array.isArray(shape) && (typeof shape[0] !== 'number' || shape.length === 2))
    return isValue(
      shape[0],
      [part, ...rest].filter((each) => each !== undefined),
    );
  if (part === undefined) return typeof shape === 'number' ? shape < LIST_OF : Array.isArray(shape) && shape[0] === 0;
  if (typeof shape === 'number') return (shape & (LIST_OF | MAP_OF)) !== 0 && rest.length === 0;
  if (!Array.isArray(shape)) return false;
  const [kind, , , , first, second] = shape;
  if (kind === KINDS.list) return part.startsWith('[') && isValue(first, rest);
  if (kind === KINDS.map) return isValue(second, rest);
  const index = Array.isArray(first) ? first.indexOf(part) : -1;
  return kind === KINDS.structure && index >= 0 && isValue(second[index], rest);
}

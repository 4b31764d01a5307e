import type { Assembly, Placed } from './assembly';
import { about, type Finding } from './check';
import { inText } from './in-text';
import { isRecord, type Json, listAt, textAt, valueAt } from './json-at';
import { resourcesOf } from './resources-of';

/** A side of a condition that a step stands in. */
interface Branch {
  readonly condition: string;
  readonly side: 'IfSteps' | 'ElseSteps';
}

export interface PipelineStep {
  readonly name: string;
  readonly type: string;
  /** The step without those nested in it. */
  readonly own: Json;
  /** Its arguments: for most types the request of the job that it starts. */
  readonly args: Json;
  /** The branches around it, the outermost first. */
  readonly within: readonly Branch[];
}

export interface Pipeline {
  readonly resource: Placed;
  readonly assembly: Assembly;
  /** The definition as CloudFormation would send it; undefined if the template does not hold it as text. */
  readonly text: string | undefined;
  /** The parsed text; empty if it is no JSON object. */
  readonly document: Json;
  /** All steps, also those that stand in conditions. */
  readonly steps: readonly PipelineStep[];
}

/** Every SageMaker pipeline of an assembly with its definition read out of the template's text. */
export function pipelinesOf(assembly: Assembly): readonly Pipeline[] {
  return resourcesOf(assembly, 'AWS::SageMaker::Pipeline').map((resource) => {
    const text = definitionText(resource, assembly);
    const document = parsed(text);
    return { resource, assembly, text, document, steps: placedSteps(listAt(document, 'Steps'), []) };
  });
}

/** The findings of a check that looks at one pipeline at a time. */
export function findInPipelines(assembly: Assembly, problems: (pipeline: Pipeline) => readonly string[]): Finding[] {
  return pipelinesOf(assembly).flatMap((pipeline) =>
    problems(pipeline).map((problem) => about(pipeline.resource, problem)),
  );
}

/** The findings of a check that looks at one step at a time; a problem is the end of a sentence that names the step. */
export function findInSteps(
  assembly: Assembly,
  problems: (step: PipelineStep, pipeline: Pipeline) => readonly string[],
): Finding[] {
  return findInPipelines(assembly, (pipeline) =>
    pipeline.steps.flatMap((step) => problems(step, pipeline).map((problem) => `step ${step.name} ${problem}`)),
  );
}

function definitionText({ Properties, stack }: Placed, assembly: Assembly): string | undefined {
  const body = valueAt(Properties, 'PipelineDefinition', 'PipelineDefinitionBody');
  if (typeof body === 'string') return body;
  try {
    const join = valueAt(body, 'Fn::Join');
    if (Array.isArray(join) && Array.isArray(join[1])) {
      // What is filled in stands within strings of JSON, so it must not end them.
      const filledIn = (part: unknown) => JSON.stringify(inText(part, stack, assembly)).slice(1, -1);
      return join[1].map((part: unknown) => (typeof part === 'string' ? part : filledIn(part))).join(String(join[0]));
    }
    return valueAt(body, 'Fn::Sub') === undefined ? undefined : inText(body, stack, assembly);
  } catch {
    // A function of CloudFormation with arguments that it does not take.
    return undefined;
  }
}

function parsed(text = ''): Json {
  try {
    const document: unknown = JSON.parse(text);
    return isRecord(document) ? document : {};
  } catch {
    return {};
  }
}

function placedSteps(steps: readonly unknown[], within: readonly Branch[]): readonly PipelineStep[] {
  return steps.filter(isRecord).flatMap((step) => {
    const name = textAt(step, 'Name');
    const { IfSteps, ElseSteps, ...args } = isRecord(step.Arguments) ? step.Arguments : {};
    const inner = (side: Branch['side'], nested: unknown) =>
      placedSteps(Array.isArray(nested) ? nested : [], [...within, { condition: name, side }]);
    const own = { ...step, ...('Arguments' in step && { Arguments: args }) };
    const placed = { name, type: textAt(step, 'Type'), own, args, within };
    return [placed, ...inner('IfSteps', IfSteps), ...inner('ElseSteps', ElseSteps)];
  });
}

const ONE_TOKEN = /^\$\{([^.${}]+)\.([^.${}]+)\.([^${}]+)\}$/;

/** The resource that a text is a reference to and nothing else, as `inText` writes it, and the attribute meant. */
export function resourceMeant(
  text: unknown,
  { stacks }: Assembly,
): { readonly resource: Placed; readonly attribute: string } | undefined {
  const [, stackId, logicalId, attribute = ''] = ONE_TOKEN.exec(typeof text === 'string' ? text : '') ?? [];
  const stack = stacks.find(({ id }) => id === stackId);
  const resource = stack?.resources.find((each) => each.logicalId === logicalId);
  return resource && { resource, attribute };
}

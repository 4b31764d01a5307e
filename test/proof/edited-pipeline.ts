import type { Check, Finding } from '../../scripts/proof/check';
import type { Edit } from '../lib/training/pipeline-definition/edited-definition';
import { ASSEMBLIES, findWhen } from './broken';

/** A check, a fault that it has to find, and the edits that make it. */
export type Fault = readonly [check: Check, fault: string, ...edits: Edit[]];

/** The logical id of the sandbox's first resource of a type whose id matches. */
export function idOf(type: string, id: RegExp): string {
  const resources = ASSEMBLIES.sandbox.stacks.flatMap((stack) => stack.resources);
  return resources.find((each) => each.Type === type && id.test(each.logicalId))?.logicalId ?? '';
}

/** A function of CloudFormation as it stands within the text of an edited definition. */
export const token = (part: unknown): string => `«${encodeURIComponent(JSON.stringify(part))}»`;

/** The `Fn::Join` of a definition after edits to the JSON within. */
function editedBody(body: { 'Fn::Join': [string, unknown[]] }, ...edits: readonly Edit[]): object {
  const [separator, parts] = body['Fn::Join'];
  const text = parts.map((part) => (typeof part === 'string' ? part : token(part))).join(separator);
  const definition = JSON.parse(text);
  for (const edit of edits) edit(definition);
  const [first, ...others] = JSON.stringify(definition).split('«');
  const edited = others.flatMap((rest) => {
    const [part = '', after = ''] = rest.split('»');
    return [JSON.parse(decodeURIComponent(part)), after];
  });
  return { 'Fn::Join': ['', [first, ...edited]] };
}

/** What a check finds when the definition of the pipeline is edited within its text. */
function findEdited(check: Check, ...edits: readonly Edit[]): readonly Finding[] {
  return findWhen(check, 'AWS::SageMaker::Pipeline', ({ Properties }) => {
    const definition = Properties.PipelineDefinition;
    definition.PipelineDefinitionBody = editedBody(definition.PipelineDefinitionBody, ...edits);
  });
}

/** One test per check that the product is sound, and one per fault that it is found. */
export function testPipelineChecks(...faults: readonly Fault[]): void {
  const checks = [...new Set(faults.map(([check]) => check))];
  const sound = checks.map((check) => [check.id, check] as const);
  const seeded = faults.map(([check, fault, ...edits]) => [`${check.id}: it finds ${fault}`, check, edits] as const);

  test.each(sound)('%s: nothing is found in what is deployed', (_id, check) => {
    expect(check.find(ASSEMBLIES.sandbox)).toEqual([]);
    expect(check.find(ASSEMBLIES.production)).toEqual([]);
  });

  test.each(seeded)('%s', (_title, check, edits) => {
    expect(findEdited(check, ...edits)).not.toEqual([]);
  });
}

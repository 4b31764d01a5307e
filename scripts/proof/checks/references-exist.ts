import type { Assembly, Placed, Stack } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { listed, under } from '../leaves';
import { namedIn, type Used } from '../named-in';

/** Sections of a template in which names are used. */
const SECTIONS = ['Conditions', 'Outputs', 'Rules'];

/** What refers to a resource, a parameter, a mapping or a condition finds it, whenever it is deployed itself. */
export const referencesExist: Check = {
  id: 'references-exist',
  rule: 'Every Ref, Fn::GetAtt, Fn::Sub, condition and DependsOn names something of its template that exists whenever it does; every parameter is used',
  find: ({ stacks }: Assembly) =>
    stacks.flatMap((stack) => [
      ...stack.resources.flatMap((resource) => resourceFaults(resource, stack)),
      ...SECTIONS.flatMap((section) =>
        namedIn(under(stack.template, section)).flatMap((used) =>
          missing(used, stack).map((message) => inStack(stack, `${section}: ${message}`)),
        ),
      ),
      ...Object.entries((under(stack.template, 'Outputs') as object | undefined) ?? {}).flatMap(([id, output]) =>
        optional(namedIn(output, listed(under(output, 'Condition')).map(String)), stack).map((message) =>
          inStack(stack, `output ${id} ${message}`),
        ),
      ),
      ...unusedParameters(stack),
    ]),
};

function resourceFaults(resource: Placed, stack: Stack): Finding[] {
  const given = listed(resource.Condition).map(String);
  const names = namedIn(resource.Properties, given);
  return [
    ...names.flatMap((used) => missing(used, stack)),
    ...optional(names, stack),
    ...given.flatMap((name) => missing({ as: 'Condition', name, given: [] }, stack)),
    ...listed(resource.DependsOn).flatMap((id) =>
      byId(stack, String(id)) ? [] : [`depends on ${id}, which the template does not have`],
    ),
  ].map((message) => about(resource, message));
}

function missing({ as, name }: Used, stack: Stack): string[] {
  if (as === 'Fn::ImportValue' || name.startsWith('AWS::')) return [];
  const exists =
    as === 'Condition'
      ? under(stack.template, 'Conditions', name)
      : as === 'Fn::FindInMap'
        ? under(stack.template, 'Mappings', name)
        : (byId(stack, name) ?? (as === 'Ref' ? under(stack.template, 'Parameters', name) : undefined));
  return exists === undefined ? [`uses ${as} ${name}, which the template does not have`] : [];
}

/** A resource that stands under a condition is there only for those that stand under it too. */
function optional(names: readonly Used[], stack: Stack): string[] {
  return names.flatMap(({ name, given }) => {
    const condition = byId(stack, name)?.Condition;
    if (!condition || given.some((each) => implies(each, condition, stack))) return [];
    return [`refers to ${name}, which exists only under the condition ${condition}`];
  });
}

function implies(given: string, wanted: string, stack: Stack, depth = 0): boolean {
  if (given === wanted) return true;
  const parts = listed(under(stack.template, 'Conditions', given, 'Fn::And'));
  return depth < 10 && parts.some((part) => implies(String(under(part, 'Condition') ?? ''), wanted, stack, depth + 1));
}

function unusedParameters(stack: Stack): Finding[] {
  const sections = ['Resources', ...SECTIONS].map((section) => under(stack.template, section));
  const used = new Set(namedIn(sections).map(({ name }) => name));
  return Object.keys((under(stack.template, 'Parameters') as object | undefined) ?? {})
    .filter((name) => !used.has(name))
    .map((name) => inStack(stack, `nothing uses the parameter ${name}`));
}

function byId({ resources }: Stack, id: string): Placed | undefined {
  return resources.find(({ logicalId }) => logicalId === id);
}

function inStack({ id }: Stack, message: string): Finding {
  return { stack: id, logicalId: '', message };
}

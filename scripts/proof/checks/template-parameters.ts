import type { Stack } from '../assembly';
import type { Check, Finding } from '../check';
import { isOutside, type Json, list, numeric, record } from '../json';

export const templateParameters: Check = {
  id: 'template-parameters',
  rule: "The defaults of a template's parameters keep the parameters' own rules, and every condition decides about something",
  find: (assembly) =>
    assembly.stacks.flatMap((stack): Finding[] =>
      [
        ...Object.entries(record(stack.template.Parameters)).flatMap(([name, parameter]) =>
          defaultFaults(name, record(parameter)),
        ),
        ...conditionFaults(stack),
      ]
        .filter((message) => message !== false)
        .map((message) => ({ stack: stack.id, logicalId: '', message })),
    ),
};

function defaultFaults(name: string, parameter: Json): readonly (string | false)[] {
  const { Type, Default, AllowedPattern, AllowedValues, MinLength, MaxLength, MinValue, MaxValue } = parameter;
  if (Default === undefined)
    return [`the parameter ${name} has no default: cdk deploy would have to be told its value`];
  const text = String(Default);
  const expression = AllowedPattern === undefined ? /^/ : pattern(String(AllowedPattern));
  return [
    expression === undefined && `the AllowedPattern of ${name} is no regular expression: ${AllowedPattern}`,
    expression?.test(text) === false &&
      `the default of ${name} is "${text}", which its AllowedPattern ${AllowedPattern} refuses`,
    AllowedValues !== undefined &&
      !list(AllowedValues).map(String).includes(text) &&
      `the default of ${name} is "${text}", which is none of its AllowedValues ${list(AllowedValues).join(', ')}`,
    Type === 'Number' && numeric(Default) === undefined && `the default of the number ${name} is "${text}"`,
    Type === 'Number' &&
      isOutside(Default, numeric(MinValue) ?? -Infinity, numeric(MaxValue) ?? Infinity) &&
      `the default of ${name} is ${text}, outside of MinValue and MaxValue`,
    isOutside(text.length, numeric(MinLength) ?? 0, numeric(MaxLength) ?? Infinity) &&
      `the default of ${name} is ${text.length} characters long, outside of MinLength and MaxLength`,
  ];
}

function pattern(text: string): RegExp | undefined {
  try {
    // CloudFormation matches the whole value.
    return new RegExp(`^(?:${text})$`);
  } catch {
    return undefined;
  }
}

/** Conditions are named by resources, by outputs, by Fn::If and by one another. */
function conditionFaults({ template, resources }: Stack): readonly string[] {
  const outputs = Object.values(record(template.Outputs)).map((output) => record(output).Condition);
  const text =
    JSON.stringify([resources.map(({ Properties }) => Properties), template.Outputs, template.Conditions]) ?? '';
  const within = [...text.matchAll(/"Fn::If":\["([^"]+)"|\{"Condition":"([^"]+)"\}/g)].map(
    ([, first, second]) => first ?? second,
  );
  const named = new Set(
    [...resources.map(({ Condition }) => Condition), ...outputs, ...within].filter((each) => typeof each === 'string'),
  );
  return Object.keys(record(template.Conditions))
    .filter((name) => !named.has(name))
    .map((name) => `nothing depends on the condition ${name}`);
}

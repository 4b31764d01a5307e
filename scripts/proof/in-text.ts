import type { Assembly, Stack } from './assembly';
import { type Reference, referencesIn } from './references';

const PSEUDO: Readonly<Record<string, (stack: Stack) => string>> = {
  'AWS::Partition': () => 'aws',
  'AWS::AccountId': () => '111111111111',
  'AWS::Region': ({ region }) => region,
  'AWS::URLSuffix': () => 'amazonaws.com',
  'AWS::StackName': ({ name }) => name,
  'AWS::StackId': ({ region, name }) => `arn:aws:cloudformation:${region}:111111111111:stack/${name}/1`,
  'AWS::NoValue': () => '',
};

/**
 * A value of a template as one text, as CloudFormation would put it together in account 111111111111. What only a deployment
 * knows stands as `${Stack.LogicalId.attribute}`, so that equal texts mean the same thing.
 */
export function inText(value: unknown, stack: Stack, assembly: Assembly): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  if (Array.isArray(value)) return value.map((each) => inText(each, stack, assembly)).join(',');
  const [name, argument] = Object.entries(value)[0] ?? ['', ''];
  if (name === 'Fn::Join') {
    const [separator, parts] = Array.isArray(argument) ? argument : [];
    // A function that is none stands as it is; a schema finds it.
    if (!Array.isArray(parts)) return JSON.stringify(value);
    return parts.map((part) => inText(part, stack, assembly)).join(separator);
  }
  if (name === 'Fn::Sub') {
    const [text, values] = (Array.isArray(argument) ? argument : [argument, {}]) as [string, Record<string, unknown>];
    if (typeof text !== 'string') return JSON.stringify(value);
    return text.replace(/\$\{([^!}][^}]*)\}/g, (_, key: string) =>
      key in values
        ? inText(values[key], stack, assembly)
        : inText(key.includes('.') ? { 'Fn::GetAtt': key } : { Ref: key }, stack, assembly),
    );
  }
  if (name === 'Fn::Select') {
    const [index, list] = Array.isArray(argument) ? argument : [];
    if (Array.isArray(list)) return inText(list[Number(index)], stack, assembly);
    const text = inText(list, stack, assembly);
    return text.split(',')[Number(index)] ?? '';
  }
  if (name === 'Fn::Split') {
    const [separator, text] = Array.isArray(argument) ? argument : [];
    return inText(text, stack, assembly).split(separator).join(',');
  }
  const [reference] = referencesIn(value, stack, assembly);
  return reference ? named(reference) : JSON.stringify(value);
}

function named({ stack, logicalId, attribute }: Reference): string {
  const pseudo = PSEUDO[logicalId];
  return pseudo ? pseudo(stack) : `\${${stack.id}.${logicalId}.${attribute}}`;
}

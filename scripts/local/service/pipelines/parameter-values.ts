import { validationException } from '../service-error';
import type { PipelineParameter } from './pipeline-definition';

type Value = string | number | boolean;

/** Defaults overlaid by what was given: names must be known, each parameter needs a value, and of its type. */
export function parameterValues(
  parameters: readonly PipelineParameter[],
  given: readonly { readonly Name: string; readonly Value: string }[],
): ReadonlyMap<string, Value> {
  const unknown = given.map(({ Name }) => Name).filter((name) => !parameters.some(({ Name }) => Name === name));
  if (unknown.length > 0)
    throw validationException(`Parameters [${unknown}] are not defined in the pipeline definition.`);
  const values = parameters.map((parameter) => {
    const text = given.find(({ Name }) => Name === parameter.Name)?.Value;
    const value = text === undefined ? parameter.DefaultValue : typed(parameter, text);
    if (value === undefined)
      throw validationException(`Parameter ${parameter.Name} has no default and was given no value.`);
    return [parameter.Name, value] as const;
  });
  return new Map(values);
}

function typed({ Name, Type, EnumValues }: PipelineParameter, text: string): Value {
  const wrong = validationException(`"${text}" is not a value of the ${Type} parameter ${Name}.`);
  if (EnumValues && !EnumValues.includes(text)) throw wrong;
  if (Type === 'String') return text;
  if (Type === 'Boolean') {
    if (text !== 'true' && text !== 'false') throw wrong;
    return text === 'true';
  }
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(number) || (Type === 'Integer' && !Number.isInteger(number))) throw wrong;
  return number;
}

import type { Assembly, Placed } from '../assembly';
import { type Bound, boundsOf, choicesOf, fieldsOf } from '../body-schema';
import { bundleOf } from '../bundle';
import { about, type Check } from '../check';
import { under } from '../leaves';
import { pointsTo } from '../points-to';
import { resourcesOf } from '../resources-of';

/** What API Gateway lets through and the handler refuses is refused twice, and the other way round nobody can ever send it. */
export const apiModelsFitHandlers: Check = {
  id: 'api-models-fit-handlers',
  rule: 'What the model of a method says of a body, its fields and their bounds, is what the code of the function behind it reads',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::ApiGateway::Method').flatMap((method) => {
      const { RequestModels, Integration } = method.Properties;
      const model = pointsTo(under(RequestModels, 'application/json'), method.stack, assembly).resource;
      const text = codeBehind(under(Integration, 'Uri'), method, assembly);
      if (model === undefined || text === undefined) return [];
      const schema = model.Properties.Schema;
      return [
        ...fieldsOf(schema)
          .filter((field) => !says(text, field))
          .map((field) => `has the field ${field}, which the handler of ${method.logicalId} does not read`),
        ...choicesOf(schema)
          .filter((value) => !says(text, value))
          .map((value) => `allows "${value}", of which the handler of ${method.logicalId} does not speak`),
        ...boundsOf(schema, 'the body').flatMap((bound) => boundFault(bound, text)),
      ].map((fault) => about(model, fault));
    }),
};

function codeBehind(uri: unknown, { stack }: Placed, assembly: Assembly): string | undefined {
  const { resource } = pointsTo(uri, stack, assembly);
  if (resource?.Type !== 'AWS::Lambda::Function') return undefined;
  const text = bundleOf(resource, assembly)?.text;
  return text === '' ? undefined : text;
}

function says(text: string, word: string): boolean {
  return new RegExp(`(?<![\\w$])${word.replace(/[^\w]/g, '\\$&')}(?![\\w$])`).test(text);
}

/** Code that names a limit as the field it is for says which; else the number has to stand somewhere in it. */
function boundFault({ field, keyword, number }: Bound, text: string): string[] {
  const named = [
    ...text.matchAll(new RegExp(`(?<![\\w$.])${field.replace(/\W/g, '')}:(\\d+(?:e\\d+)?)(?![\\w$.])`, 'g')),
  ];
  const limits = field.endsWith('[]') || keyword.startsWith('min') ? [] : named.map(([, limit]) => Number(limit));
  if (limits.length > 0)
    return limits.includes(number)
      ? []
      : [`has ${keyword} ${number} for ${field}, and the handler takes ${limits.join(' or ')}`];
  return says(text, String(number)) || says(text, number.toExponential().replace('+', ''))
    ? []
    : [`has ${keyword} ${number} for ${field}, a number that the handler does not know`];
}

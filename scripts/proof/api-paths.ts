import type { Assembly, Placed } from './assembly';
import { pointsTo, textOf } from './points-to';
import { matches } from './role-allows';

/** The path of a method as callers write it, for example `/predictions`. */
export function pathOf(method: Placed, assembly: Assembly): string {
  const parts: string[] = [];
  let { resource } = pointsTo(method.Properties.ResourceId, method.stack, assembly);
  // A loop of parents ends after the depth that API Gateway allows.
  for (let depth = 0; resource?.Type === 'AWS::ApiGateway::Resource' && depth < 50; depth++) {
    parts.unshift(textOf(resource.Properties.PathPart, resource.stack, assembly));
    resource = pointsTo(resource.Properties.ParentId, resource.stack, assembly).resource;
  }
  return `/${parts.join('/')}`;
}

/** Whether an ARN of `execute-api` is about a method, whatever its stage. */
export function coversMethod(sourceArn: string, method: Placed, assembly: Assembly): boolean {
  const [api, stage, verb = '', ...path] = (sourceArn.split(':').at(-1) ?? '').split('/');
  const { resource } = pointsTo(method.Properties.RestApiId, method.stack, assembly);
  if (!resource || api === undefined || pointsTo(api, method.stack, assembly).resource !== resource) return false;
  const served = pointsTo(stage, method.stack, assembly, /^AWS::ApiGateway::Stage$/).resource;
  if (stage !== '*' && (!served || pointsTo(served.Properties.RestApiId, served.stack, assembly).resource !== resource))
    return false;
  if (stage === '*' && verb === '') return true;
  const wanted = pathOf(method, assembly)
    .slice(1)
    .replaceAll(/\{[^}]+\}/g, '*');
  return matches(verb, String(method.Properties.HttpMethod)) && matches(path.join('/'), wanted);
}

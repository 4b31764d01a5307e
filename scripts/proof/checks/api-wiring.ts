import { coversMethod, pathOf } from '../api-paths';
import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { leavesOf, listed, under } from '../leaves';
import { permissionsFor } from '../lets-in';
import { pointsTo, textOf } from '../points-to';
import { resourcesOf } from '../resources-of';

/** Of Lambda's proxy integrations: "API Gateway always invokes Lambda with POST". */
const URI = /^arn:aws:apigateway:([^:]+):lambda:path\/2015-03-31\/functions\/(.+)\/invocations$/;

/** A request that an API takes reaches its function, after its body was looked at; a stage serves all methods of its API. */
export const apiWiring: Check = {
  id: 'api-wiring',
  rule: 'Every method of a REST API reaches a function that lets it in, checks its body, belongs to one API with all it uses, and is part of what is deployed',
  find: (assembly) =>
    [
      ...resourcesOf(assembly, 'AWS::ApiGateway::Method').map((each) => [each, methodFaults(each, assembly)] as const),
      ...resourcesOf(assembly, 'AWS::ApiGateway::Deployment').map(
        (each) => [each, deploymentFaults(each, assembly)] as const,
      ),
      ...resourcesOf(assembly, 'AWS::ApiGateway::Stage').map((each) => [each, stageFaults(each, assembly)] as const),
      ...twins(assembly).map(
        (each) => [each, ['is there twice: another method or resource has the same path']] as const,
      ),
    ].flatMap(([resource, messages]) => messages.map((message) => about(resource, message))),
};

function methodFaults(method: Placed, assembly: Assembly): string[] {
  const { HttpMethod, Integration, RequestModels, RequestValidatorId } = method.Properties;
  const found = strangers(method, ['ResourceId', 'RequestValidatorId', 'RequestModels', 'AuthorizerId'], assembly);
  const takesBody = ['POST', 'PUT', 'PATCH'].includes(String(HttpMethod));
  const { resource: validator } = pointsTo(RequestValidatorId, method.stack, assembly);
  if (takesBody && Object.keys(RequestModels ?? {}).length === 0)
    found.push(`takes a body with ${HttpMethod} and has no RequestModels`);
  else if (takesBody && validator?.Properties.ValidateRequestBody !== true)
    found.push('has no validator that looks at the body, so that its RequestModels count for nothing');
  const type = under(Integration, 'Type');
  if (type === undefined) return [...found, 'has no integration'];
  if (type !== 'AWS_PROXY' && type !== 'AWS') return found;
  const uri = textOf(under(Integration, 'Uri'), method.stack, assembly);
  const [, region, target] = URI.exec(uri) ?? [];
  if (!target)
    return uri.includes(':lambda:') || type === 'AWS_PROXY'
      ? [...found, `Integration.Uri is ${uri.slice(0, 120)}, which is not how a function is invoked`]
      : found;
  if (region !== method.stack.region)
    found.push(`Integration.Uri is about the region ${region}; expected ${method.stack.region}`);
  if (under(Integration, 'IntegrationHttpMethod') !== 'POST')
    found.push('invokes a function with another verb than POST');
  const { resource: to } = pointsTo(target, method.stack, assembly);
  if (!to || !/^AWS::Lambda::/.test(to.Type))
    return [
      ...found,
      `Integration.Uri points to ${to ? `${to.logicalId}, a ${to.Type}` : 'nothing in any template'}; expected a function`,
    ];
  const letIn = permissionsFor(to, 'apigateway.amazonaws.com', assembly).some(({ Properties, stack }) => {
    const source = textOf(Properties.SourceArn, stack, assembly);
    return source === '' || coversMethod(source, method, assembly);
  });
  return letIn
    ? found
    : [...found, `calls ${to.logicalId}, which does not let ${HttpMethod} ${pathOf(method, assembly)} in`];
}

function deploymentFaults(deployment: Placed, assembly: Assembly): string[] {
  const api = apiOf(deployment, assembly);
  const methods = resourcesOf(assembly, 'AWS::ApiGateway::Method').filter(
    (each) => api && apiOf(each, assembly) === api,
  );
  if (methods.length === 0) return ['deploys an API without methods, which API Gateway refuses'];
  return methods
    .filter(({ logicalId }) => !listed(deployment.DependsOn).includes(logicalId))
    .map(({ logicalId }) => `does not wait for ${logicalId}, so that it may be deployed without it`);
}

function stageFaults(stage: Placed, assembly: Assembly): string[] {
  const found = strangers(stage, ['DeploymentId'], assembly);
  const logs =
    stage.Properties.AccessLogSetting ??
    listed(stage.Properties.MethodSettings).find((each) => (under(each, 'LoggingLevel') ?? 'OFF') !== 'OFF');
  // "CloudWatch Logs role ARN must be set in account settings to enable logging".
  const account = resourcesOf(assembly, 'AWS::ApiGateway::Account').find(
    ({ Properties }) => Properties.CloudWatchRoleArn !== undefined,
  );
  if (!logs || !account)
    return logs ? [...found, 'writes logs, and no AWS::ApiGateway::Account gives API Gateway a role for it'] : found;
  const after = account.stack.id !== stage.stack.id || listed(stage.DependsOn).includes(account.logicalId);
  return after ? found : [...found, `writes logs and does not wait for ${account.logicalId}, which allows it`];
}

/** What belongs to another API. */
function strangers(resource: Placed, properties: readonly string[], assembly: Assembly): string[] {
  const api = apiOf(resource, assembly);
  return properties.flatMap((property) =>
    leavesOf(resource.Properties[property], property).flatMap(({ path, value }) => {
      const { resource: used } = pointsTo(value, resource.stack, assembly);
      const its = used?.Type === 'AWS::ApiGateway::RestApi' ? used : used && apiOf(used, assembly);
      return its && api && its !== api ? [`${path} points to ${used?.logicalId}, which belongs to another API`] : [];
    }),
  );
}

function twins(assembly: Assembly): Placed[] {
  const seen = new Set<string>();
  return resourcesOf(assembly, 'AWS::ApiGateway::Method', 'AWS::ApiGateway::Resource').filter(
    ({ Type, Properties: P, stack }) => {
      const parts = [P.RestApiId, P.ResourceId ?? P.ParentId, P.HttpMethod ?? P.PathPart].map((each) =>
        textOf(each, stack, assembly),
      );
      const key = [Type, ...parts].join(' ');
      return seen.size === seen.add(key).size;
    },
  );
}

function apiOf({ Properties, stack }: Placed, assembly: Assembly): Placed | undefined {
  return pointsTo(Properties.RestApiId, stack, assembly).resource;
}

import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { numeric, record, records } from '../json';
import { textOf } from '../text-of';

/** API Gateway, PutMethod and PutIntegration; they are compared letter by letter. */
const VERBS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'ANY'];
const TYPES = ['AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY', 'MOCK'];
const PASSING_ON = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'];
const CONVERSIONS = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'];

export const apiMethods: Check = {
  id: 'api-methods',
  rule: 'A method of a REST API is a verb of HTTP and its integration of a known type; one that is no proxy says how it asks and how it answers',
  find: findInEach(['AWS::ApiGateway::Method'], (method, assembly) => {
    const { HttpMethod, Integration, AuthorizationScopes, AuthorizationType } = method.Properties;
    const verb = textOf(HttpMethod, method, assembly);
    return [
      !VERBS.includes(verb) && `HttpMethod is "${verb}", expected one of ${VERBS.join(', ')}`,
      AuthorizationScopes !== undefined &&
        AuthorizationType !== 'COGNITO_USER_POOLS' &&
        'AuthorizationScopes count only with COGNITO_USER_POOLS',
      ...(Integration === undefined ? [] : integrationFaults(method, assembly)),
    ];
  }),
};

function integrationFaults(method: Placed, assembly: Assembly): readonly (string | false)[] {
  const { MethodResponses } = method.Properties;
  const integration = record(method.Properties.Integration);
  const { Type, IntegrationHttpMethod, PassthroughBehavior, ContentHandling, Uri } = integration;
  const [type, asked] = [Type, IntegrationHttpMethod].map((each) => textOf(each, method, assembly));
  const responses = records(integration.IntegrationResponses);
  const answers = records(MethodResponses).map(({ StatusCode }) => String(StatusCode));
  const isProxy = type?.endsWith('_PROXY') ?? false;
  return [
    !TYPES.includes(type ?? '') && `Integration.Type is "${type}", expected one of ${TYPES.join(', ')}`,
    type !== 'MOCK' && Uri === undefined && 'Integration has no Uri',
    type !== 'MOCK' &&
      !VERBS.includes(asked ?? '') &&
      `IntegrationHttpMethod is "${asked}", expected one of ${VERBS.join(', ')}`,
    PassthroughBehavior !== undefined &&
      !PASSING_ON.includes(String(PassthroughBehavior)) &&
      `PassthroughBehavior is ${PassthroughBehavior}, expected one of ${PASSING_ON.join(', ')}`,
    ContentHandling !== undefined &&
      !CONVERSIONS.includes(String(ContentHandling)) &&
      `ContentHandling is ${ContentHandling}, expected one of ${CONVERSIONS.join(', ')}`,
    // Without them API Gateway answers 500 whatever the integration says.
    !isProxy &&
      responses.length === 0 &&
      `Integration.Type is ${type} without IntegrationResponses, so every answer is an error`,
    !isProxy &&
      answers.length === 0 &&
      `Integration.Type is ${type} without MethodResponses, so every answer is an error`,
    ...responses.map(
      ({ StatusCode }) =>
        !answers.includes(String(StatusCode)) &&
        (numeric(StatusCode) !== undefined || StatusCode === undefined) &&
        `IntegrationResponses has the status ${StatusCode}, which MethodResponses does not`,
    ),
    isProxy && responses.length > 0 && 'a proxy answers by itself: its IntegrationResponses count for nothing',
  ];
}

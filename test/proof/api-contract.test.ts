import { apiMethods } from '../../scripts/proof/checks/api-methods';
import { apiModelsFitHandlers } from '../../scripts/proof/checks/api-models-fit-handlers';
import { finds, holds, set } from './finds';

const METHOD = 'AWS::ApiGateway::Method';
const MODEL = 'AWS::ApiGateway::Model';
const TO = 'Properties.Integration';
const RECORDS = 'Properties.Schema.properties.recordIds';
const OUTCOME = 'Properties.Schema.properties.outcomes.items.properties';
const predictions = { id: /Predictions/ };
const outcomes = { id: /Outcomes/ };

describe('in the product', () => {
  holds([apiMethods, apiModelsFitHandlers]);
});

describe('a method that API Gateway would refuse, or that could only fail, is found:', () => {
  finds(apiMethods, [
    ['a verb in small letters', METHOD, set('Properties.HttpMethod', 'Post'), /HttpMethod is "Post", expected/],
    ['a verb that there is not', METHOD, set('Properties.HttpMethod', 'FETCH'), /HttpMethod is "FETCH"/],
    ['a type in small letters', METHOD, set(`${TO}.Type`, 'aws_proxy'), /Type is "aws_proxy"/],
    ['a type of the other kind of API', METHOD, set(`${TO}.Type`, 'LAMBDA'), /Type is "LAMBDA"/],
    ['a function that answers without a proxy', METHOD, set(`${TO}.Type`, 'AWS'), /AWS without IntegrationResponses/],
    ['an answer without a response', METHOD, set(`${TO}.Type`, 'HTTP'), /HTTP without MethodResponses/],
    ['a verb of an integration', METHOD, set(`${TO}.IntegrationHttpMethod`, 'post'), /IntegrationHttpMethod is "post"/],
    ['an integration without a verb', METHOD, set(`${TO}.IntegrationHttpMethod`), /IntegrationHttpMethod is ""/],
    ['responses of a proxy', METHOD, set(`${TO}.IntegrationResponses`, [{ StatusCode: '200' }]), /count for nothing/],
    ['bodies passed on', METHOD, set(`${TO}.PassthroughBehavior`, 'ALWAYS'), /PassthroughBehavior is ALWAYS/],
    ['scopes without a pool', METHOD, set('Properties.AuthorizationScopes', ['a/b']), /count only with COGNITO/],
  ]);
});

describe('a model that its handler does not fit is found:', () => {
  finds(apiModelsFitHandlers, [
    ['more than the handler takes', MODEL, set(`${RECORDS}.maxItems`, 500), /maxItems 500 .* takes 100/, predictions],
    ['less than the handler takes', MODEL, set(`${RECORDS}.maxItems`, 10), /maxItems 10 .* takes 100/, predictions],
    ['more outcomes', MODEL, set('Properties.Schema.properties.outcomes.maxItems', 1000), /maxItems 1000/, outcomes],
    ['longer texts', MODEL, set(`${RECORDS}.items.maxLength`, 77_777), /maxLength 77777/, predictions],
    [
      'a field that is not read',
      MODEL,
      set('Properties.Schema.properties.customerName', { type: 'string' }),
      /customerName/,
    ],
    ['a field of an item', MODEL, set(`${OUTCOME}.what_happened`, { type: 'string' }), /what_happened/, outcomes],
    [
      'a choice that the handler lacks',
      MODEL,
      set(`${OUTCOME}.actual.enum`, ['yes', 'perhaps_not']),
      /perhaps_not/,
      outcomes,
    ],
  ]);
});

import { apiAuthorization } from '../../scripts/proof/checks/api-authorization';
import { apiLogs } from '../../scripts/proof/checks/api-logs';
import { apiRequestValidation } from '../../scripts/proof/checks/api-request-validation';
import { apiThrottling } from '../../scripts/proof/checks/api-throttling';
import { newFindings, nothingButWaived, withResource } from './brought';
import type { Json } from './finds';

nothingButWaived(apiAuthorization, apiRequestValidation, apiThrottling, apiLogs);

describe('an API', () => {
  const method = 'AWS::ApiGateway::Method';
  const stage = 'AWS::ApiGateway::Stage';

  test.each([
    ['nobody asked', (p: Json): unknown => (p.AuthorizationType = 'NONE'), /AuthorizationType is "NONE"/],
    ['nothing said', (p: Json): unknown => delete p.AuthorizationType, /AuthorizationType is nothing/],
    [
      'a key only',
      (p: Json) => {
        p.AuthorizationType = 'NONE';
        p.ApiKeyRequired = true;
      },
      /AuthorizationType/,
    ],
    ['no authorizer', (p: Json): unknown => (p.AuthorizationType = 'CUSTOM'), /AuthorizerId/],
    [
      'open preflight that runs code',
      (p: Json) => {
        p.HttpMethod = 'OPTIONS';
        p.AuthorizationType = 'NONE';
      },
      /AuthorizationType/,
    ],
  ])('asks who calls: %s', (_, change, message) => {
    expect(newFindings(apiAuthorization, method, ({ Properties }) => change(Properties))).toEqual([
      expect.stringMatching(message),
    ]);
  });

  test('has no back door', () => {
    expect(withResource(apiAuthorization, 'AWS::Lambda::Url', { AuthType: 'NONE' })).toHaveLength(1);
    expect(withResource(apiAuthorization, 'AWS::ApiGatewayV2::Route', { RouteKey: 'POST /x' })).toHaveLength(1);
    expect(withResource(apiAuthorization, 'AWS::ApiGateway::RestApi', { Body: {} })).toHaveLength(1);
  });

  test.each([
    ['no validator', method, (p: Json): unknown => delete p.RequestValidatorId, /RequestValidatorId is nothing/],
    ['no model', method, (p: Json): unknown => delete p.RequestModels, /has none for application\/json/],
    [
      'a model that takes anything',
      method,
      (p: Json): unknown => (p.RequestModels = { 'application/json': 'Empty' }),
      /has to name a model/,
    ],
    [
      'unknown fields',
      'AWS::ApiGateway::Model',
      (p: Json): unknown => delete p.Schema.additionalProperties,
      /unknown fields/,
    ],
    [
      'endless lists',
      'AWS::ApiGateway::Model',
      (p: Json): unknown => delete p.Schema.properties[Object.keys(p.Schema.properties)[0] ?? ''].maxItems,
      /any length/,
    ],
    [
      'lists of anything',
      'AWS::ApiGateway::Model',
      (p: Json): unknown => delete p.Schema.properties[Object.keys(p.Schema.properties)[0] ?? ''].items,
      /of anything/,
    ],
    [
      'nothing required',
      'AWS::ApiGateway::Model',
      (p: Json): unknown => delete p.Schema.required,
      /may lack every field/,
    ],
    [
      'a field of any kind',
      'AWS::ApiGateway::Model',
      (p: Json): unknown => (p.Schema.properties.extra = {}),
      /extra takes anything/,
    ],
    [
      'endless texts',
      'AWS::ApiGateway::Model',
      (p: Json): unknown => (p.Schema.properties.extra = { type: 'string' }),
      /any length/,
    ],
    ['a schema of nothing', 'AWS::ApiGateway::Model', (p: Json): unknown => (p.Schema = {}), /an object or an array/],
  ])('checks bodies before any code runs: %s', (_, type, change, message) => {
    expect(newFindings(apiRequestValidation, type, ({ Properties }) => change(Properties))).toEqual([
      expect.stringMatching(message),
    ]);
  });

  test('has a validator that looks at the body', () => {
    const found = newFindings(apiRequestValidation, 'AWS::ApiGateway::RequestValidator', ({ Properties }) => {
      Properties.ValidateRequestBody = false;
    });
    expect(found).toHaveLength(2);
  });

  test.each([
    ['no limit', (p: Json): unknown => delete p.MethodSettings, /has none for all methods/],
    ['no rate', (p: Json): unknown => delete p.MethodSettings[0].ThrottlingRateLimit, /ThrottlingRateLimit/],
    ['no burst', (p: Json): unknown => delete p.MethodSettings[0].ThrottlingBurstLimit, /ThrottlingBurstLimit/],
    ['all the account has', (p: Json): unknown => (p.MethodSettings[0].ThrottlingRateLimit = 10_000), /10000/],
    ['closed for good', (p: Json): unknown => (p.MethodSettings[0].ThrottlingRateLimit = 0), /more than 0/],
    ['for one method only', (p: Json): unknown => (p.MethodSettings[0].HttpMethod = 'GET'), /has none for all methods/],
    [
      'one method without',
      (p: Json): unknown => p.MethodSettings.push({ HttpMethod: 'POST', ResourcePath: '/x', ThrottlingRateLimit: -1 }),
      /POST \/x is -1/,
    ],
  ])('limits how much is asked: %s', (_, change, message) => {
    expect(newFindings(apiThrottling, stage, ({ Properties }) => change(Properties))).toEqual([
      expect.stringMatching(message),
    ]);
  });

  test.each([
    ['none', (p: Json): unknown => delete p.AccessLogSetting, /DestinationArn is missing/],
    [
      'to nowhere',
      (p: Json): unknown => (p.AccessLogSetting.DestinationArn = 'arn:aws:logs:us-east-1:1:log-group:x'),
      /no log group or stream/,
    ],
    ['without an id', (p: Json): unknown => (p.AccessLogSetting.Format = '$context.status'), /no \$context\.requestId/],
    ['with the body', (p: Json): unknown => (p.AccessLogSetting.Format += ' $input.body'), /\$input/],
    [
      'with the value that failed',
      (p: Json): unknown => (p.AccessLogSetting.Format += ' $context.error.validationErrorString'),
      /validationErrorString/,
    ],
    ['with an API key', (p: Json): unknown => (p.AccessLogSetting.Format += ' $context.identity.apiKey'), /apiKey/],
    ['no failures', (p: Json): unknown => (p.MethodSettings[0].LoggingLevel = 'OFF'), /LoggingLevel/],
    ['no traces', (p: Json): unknown => delete p.TracingEnabled, /APIGateway\.3/],
    ['traces with bodies', (p: Json): unknown => (p.MethodSettings[0].DataTraceEnabled = true), /DataTraceEnabled/],
  ])('logs calls and no bodies: %s', (_, change, message) => {
    expect(newFindings(apiLogs, stage, ({ Properties }) => change(Properties))).toEqual([
      expect.stringMatching(message),
    ]);
  });
});

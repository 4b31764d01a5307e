import { put, remove, rename, reword } from '../edits';
import { faultsOf } from '../fault';
import { onlyOfType, properties, resource, withIdOf } from '../seeds';

const METHOD = 'Prediction/ApipredictionsPOST';
const STAGE = 'Prediction/ApiDeploymentStagev1';

/** An API that anybody may call, or that calls the wrong thing. */
export const API = faultsOf('api', [
  ['open', 'a method that anybody may call', properties(METHOD, put('AuthorizationType', 'NONE'))],
  ['authorizer-missing', 'an authorizer that is not there', properties(METHOD, put('AuthorizationType', 'CUSTOM'))],
  ['not-validated', 'a method that takes any body', properties(METHOD, remove('RequestValidatorId'))],
  ['model-missing', 'a validator without a model', properties(METHOD, remove('RequestModels'))],
  [
    'validator-off',
    'a validator that validates nothing',
    properties('Prediction/ApiBodyValidator', put('ValidateRequestBody', false)),
  ],
  [
    'other-function',
    'a path that calls the function of the other',
    withIdOf('Prediction/ApiFunctionsServePredictions', (one) =>
      withIdOf('Prediction/ApiFunctionsRecordOutcomes', (other) =>
        properties(METHOD, reword('Integration', one, other)),
      ),
    ),
  ],
  [
    'integration-get',
    'a function that is called with GET',
    properties(METHOD, put('Integration/IntegrationHttpMethod', 'GET')),
  ],
  ['integration-type', 'a function that is not called as a proxy', properties(METHOD, put('Integration/Type', 'AWS'))],
  [
    'integration-uri',
    'the ARN of a function where its invocation belongs',
    properties(METHOD, reword('Integration/Uri', '/invocations', '')),
  ],
  ['method-lower-case', 'a method in small letters', properties(METHOD, put('HttpMethod', 'post'))],
  ['path-with-slash', 'a path with a slash', properties('Prediction/Apioutcomes', put('PathPart', '/outcomes'))],
  ['unlimited', 'a stage without limits', properties(STAGE, remove('MethodSettings'))],
  [
    'bodies-logged',
    'a stage that logs what people send',
    properties(STAGE, put('MethodSettings/0/DataTraceEnabled', true)),
  ],
  ['not-logged', 'a stage without access log', properties(STAGE, remove('AccessLogSetting'))],
  ['log-level', 'a log level that does not exist', properties(STAGE, put('MethodSettings/0/LoggingLevel', 'WARN'))],
  [
    'log-without-id',
    'an access log without the id of the request',
    properties(STAGE, reword('AccessLogSetting/Format', '$context.requestId', '$context.reqId')),
  ],
  ['not-traced', 'a stage without traces', properties(STAGE, put('TracingEnabled', false))],
  ['account-too-late', 'a stage that does not wait for the right to log', resource(STAGE, remove('DependsOn'))],
  [
    'schema-broken',
    'a model whose schema asks for what it does not have',
    properties('Prediction/ApiPredictions', rename('Schema/properties/recordIds', 'record_ids')),
  ],
  [
    'schema-type',
    'a model of a type that does not exist',
    properties('Prediction/ApiPredictions', put('Schema/properties/recordIds/type', 'list')),
  ],
  [
    'schema-unlimited',
    'a model that takes more than the handler does',
    properties('Prediction/ApiPredictions', put('Schema/properties/recordIds/maxItems', 1000)),
  ],
  [
    'deployment-too-early',
    'a deployment that does not wait for its methods',
    onlyOfType('Prediction', 'AWS::ApiGateway::Deployment', remove('DependsOn')),
  ],
  [
    'schema-choice',
    'a model that allows what the handler does not know',
    properties(
      'Prediction/ApiOutcomes',
      put('Schema/properties/outcomes/items/properties/actual/enum', ['left', 'stayed']),
    ),
  ],
]);

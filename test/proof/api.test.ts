import { apiModels } from '../../scripts/proof/checks/api-models';
import { apiWiring } from '../../scripts/proof/checks/api-wiring';
import { DEAD_LETTERS, nothingOfOursBreaks, seeded } from './seeded';

const PERMISSION = 'AWS::Lambda::Permission';
const METHOD = 'AWS::ApiGateway::Method';

nothingOfOursBreaks(apiWiring, apiModels);

seeded(apiWiring, [
  [
    'a function lets the method in',
    PERMISSION,
    /POSTpredictions/,
    (r) => {
      r.Properties.SourceArn['Fn::Join'][1].splice(-1, 1, '/GET/predictions');
    },
    /does not let POST \/predictions in/,
  ],
  [
    'a function lets this path in',
    PERMISSION,
    /POSTpredictions/,
    (r) => {
      r.Properties.SourceArn['Fn::Join'][1].splice(-1, 1, '/POST/prediction');
    },
    /does not let POST \/predictions in/,
  ],
  [
    'a method calls the function that it should',
    METHOD,
    /predictions/,
    (r) => {
      r.Properties.Integration.Uri['Fn::Join'][1][1] = { 'Fn::GetAtt': ['ApiFunctionsRecordOutcomes2B1D3A1E', 'Arn'] };
    },
    /RecordOutcomes\w+, which does not let POST \/predictions in/,
  ],
  [
    'a method calls a function',
    METHOD,
    /predictions/,
    (r) => {
      r.Properties.Integration.Uri['Fn::Join'][1][1] = DEAD_LETTERS;
    },
    /points to DeadLetters/,
  ],
  [
    'a method calls its own region',
    METHOD,
    /predictions/,
    (r) => {
      r.Properties.Integration.Uri['Fn::Join'][1][0] = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/';
    },
    /about the region eu-west-1/,
  ],
  [
    'a function is invoked with POST',
    METHOD,
    /predictions/,
    (r) => {
      r.Properties.Integration.IntegrationHttpMethod = 'GET';
    },
    /another verb than POST/,
  ],
  [
    'a body is checked',
    METHOD,
    /predictions/,
    (r) => {
      delete r.Properties.RequestValidatorId;
    },
    /no validator/,
  ],
  [
    'a body has a model',
    METHOD,
    /predictions/,
    (r) => {
      delete r.Properties.RequestModels;
    },
    /no RequestModels/,
  ],
  [
    'a validator looks at the body',
    'AWS::ApiGateway::RequestValidator',
    /./,
    (r) => {
      r.Properties.ValidateRequestBody = false;
    },
    /no validator that looks at the body/,
  ],
  [
    'all methods are deployed',
    'AWS::ApiGateway::Deployment',
    /./,
    (r) => {
      r.DependsOn = r.DependsOn.filter((id: string) => !id.includes('POST'));
    },
    /does not wait for Api\w+POST/,
  ],
  [
    'a stage that writes logs waits for the role',
    'AWS::ApiGateway::Stage',
    /./,
    (r) => {
      delete r.DependsOn;
    },
    /does not wait for ApiAccount/,
  ],
  [
    'API Gateway has a role for its logs',
    'AWS::ApiGateway::Account',
    /./,
    (r) => {
      delete r.Properties.CloudWatchRoleArn;
    },
    /no AWS::ApiGateway::Account/,
  ],
  [
    'a path is there once',
    'AWS::ApiGateway::Resource',
    /outcomes/,
    (r) => {
      r.Properties.PathPart = 'predictions';
    },
    /is there twice/,
  ],
]);

seeded(apiModels, [
  [
    'a type is one of JSON',
    'AWS::ApiGateway::Model',
    /Predictions/,
    (r) => {
      r.Properties.Schema.properties.recordIds.type = 'list';
    },
    /of the type list/,
  ],
  [
    'what is asked for is allowed',
    'AWS::ApiGateway::Model',
    /Predictions/,
    (r) => {
      r.Properties.Schema.required = ['ids'];
    },
    /asks for ids/,
  ],
  [
    'a keyword is one of draft 4',
    'AWS::ApiGateway::Model',
    /Predictions/,
    (r) => {
      r.Properties.Schema.properties.recordIds.maxLenght = 1;
    },
    /no keyword/,
  ],
  [
    'a range holds something',
    'AWS::ApiGateway::Model',
    /Predictions/,
    (r) => {
      r.Properties.Schema.properties.recordIds.minItems = 101;
    },
    /minItems above maxItems/,
  ],
]);

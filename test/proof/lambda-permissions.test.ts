import { lambdaPermissions } from '../../scripts/proof/checks/lambda-permissions';
import { nothingOfOursBreaks, seeded } from './seeded';

const PERMISSION = 'AWS::Lambda::Permission';

nothingOfOursBreaks(lambdaPermissions);

seeded(lambdaPermissions, [
  [
    'a permission is for a service that exists',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      r.Properties.Principal = 'event.amazonaws.com';
    },
    /the name of no service/,
  ],
  [
    'a permission is in the name of somebody',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      delete r.Properties.SourceArn;
    },
    /expected a SourceArn/,
  ],
  [
    'a permission is not for everybody',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      r.Properties.Principal = '*';
    },
    /everybody/,
  ],
  [
    'a permission is in the name of what its service speaks for',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      r.Properties.Principal = 's3.amazonaws.com';
    },
    /for which s3\.amazonaws\.com does not call/,
  ],
  [
    'a permission is in the name of what exists',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      r.Properties.SourceArn = 'arn:aws:events:us-east-1:111111111111:rule/old';
    },
    /names nothing/,
  ],
  [
    'a permission is for who calls this function',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      r.Properties.SourceArn = { 'Fn::GetAtt': ['MonitorsQualityDailyA0EC1486', 'Arn'] };
    },
    /call MonitorsDriftLook\w+, which it does not do/,
  ],
  [
    'a permission is to invoke',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      r.Properties.Action = 'lambda:GetFunction';
    },
    /expected lambda:InvokeFunction/,
  ],
]);

seeded(lambdaPermissions, [
  [
    'a permission is for a stage of the API',
    PERMISSION,
    /POSTpredictions/,
    (r) => {
      r.Properties.SourceArn['Fn::Join'][1].splice(5, 1, 'v2');
    },
    /which it does not do/,
  ],
]);

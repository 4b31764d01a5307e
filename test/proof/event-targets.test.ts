import { eventTargets } from '../../scripts/proof/checks/event-targets';
import { failureDestinations } from '../../scripts/proof/checks/failure-destinations';
import { DEAD_LETTERS, DRIFT, nothingOfOursBreaks, seeded } from './seeded';

const RULE = 'AWS::Events::Rule';
const PERMISSION = 'AWS::Lambda::Permission';

nothingOfOursBreaks(eventTargets, failureDestinations);

seeded(eventTargets, [
  [
    'a function lets the rule in',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      r.Properties.Principal = 'sns.amazonaws.com';
    },
    /does not let this rule do lambda:InvokeFunction/,
  ],
  [
    'a permission for another rule does not do',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      r.Properties.SourceArn = { 'Fn::GetAtt': ['MonitorsQualityDailyA0EC1486', 'Arn'] };
    },
    /MonitorsDriftLook\w+, which does not let this rule/,
  ],
  [
    'a permission that is gone is missed',
    PERMISSION,
    /OnDataPrepared/,
    (r) => {
      r.Type = 'AWS::SNS::Topic';
      r.Properties = {};
    },
    /does not let this rule/,
  ],
  [
    'the queue takes what the rule cannot deliver',
    'AWS::SQS::QueuePolicy',
    /./,
    (r) => {
      r.Properties.PolicyDocument.Statement.pop();
    },
    /whose policy does not let this rule send/,
  ],
  [
    'a state machine is started by a role',
    RULE,
    /OnMarker/,
    (r) => {
      delete r.Properties.Targets[0].RoleArn;
    },
    /without a role/,
  ],
  [
    'the role allows to start this machine',
    'AWS::IAM::Policy',
    /OnMarkerRole/,
    (r) => {
      r.Properties.PolicyDocument.Statement[0].Resource = DEAD_LETTERS;
    },
    /does not allow states:StartExecution/,
  ],
  [
    'the role allows to start, not to stop',
    'AWS::IAM::Policy',
    /OnMarkerRole/,
    (r) => {
      r.Properties.PolicyDocument.Statement[0].Action = 'states:StopExecution';
    },
    /does not allow states:StartExecution/,
  ],
  [
    'a rule has a target',
    RULE,
    /OnMarker/,
    (r) => {
      r.Properties.Targets = [];
    },
    /has no target/,
  ],
  [
    'a rule has something that starts it',
    RULE,
    /OnMarker/,
    (r) => {
      delete r.Properties.EventPattern;
    },
    /neither a pattern nor a schedule/,
  ],
  [
    'a rule is on',
    RULE,
    /DriftDaily/,
    (r) => {
      r.Properties.State = 'DISABLED';
    },
    /is disabled/,
  ],
  [
    'what an input puts in was read',
    RULE,
    /OnMarker/,
    (r) => {
      delete r.Properties.Targets[0].InputTransformer.InputPathsMap.time;
    },
    /<time> into its input/,
  ],
  [
    'what was read is put in',
    RULE,
    /OnMarker/,
    (r) => {
      r.Properties.Targets[0].InputTransformer.InputTemplate = '{"key":<detail-object-key>}';
    },
    /reads time and puts it nowhere/,
  ],
  [
    'an input is JSON',
    RULE,
    /OnMarker/,
    (r) => {
      r.Properties.Targets[0].InputTransformer.InputTemplate += ',';
    },
    /is no JSON|puts together/,
  ],
  [
    'an input is told once',
    RULE,
    /OnMarker/,
    (r) => {
      r.Properties.Targets[0].Input = '{}';
    },
    /takes one of them/,
  ],
]);

seeded(failureDestinations, [
  [
    'the role of a function allows to park',
    'AWS::IAM::Policy',
    /DriftLookRole/,
    (r) => {
      r.Properties.PolicyDocument.Statement = r.Properties.PolicyDocument.Statement.filter(
        (s: unknown) => !JSON.stringify(s).includes('sqs:'),
      );
    },
    /does not allow sqs:SendMessage/,
  ],
  [
    'the role allows to park in this queue',
    'AWS::IAM::Policy',
    /DriftLookRole/,
    (r) => {
      for (const s of r.Properties.PolicyDocument.Statement)
        if (JSON.stringify(s).includes('sqs:')) s.Resource = { 'Fn::GetAtt': [DRIFT, 'Arn'] };
    },
    /does not allow sqs:SendMessage/,
  ],
]);

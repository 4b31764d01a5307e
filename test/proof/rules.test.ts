import { eventPatternsMatch } from '../../scripts/proof/checks/event-patterns-match';
import { ruleInputsExist } from '../../scripts/proof/checks/rule-inputs-exist';
import { rulesFire } from '../../scripts/proof/checks/rules-fire';
import { arn, type Change, finds, holds, set } from './finds';

const RULE = 'AWS::Events::Rule';
const BUCKET = 'AWS::S3::Bucket';
const P = 'Properties';
const TARGET = 'Properties.Targets.0';
const PATTERN = 'Properties.EventPattern';

describe('in the product', () => {
  holds([eventPatternsMatch, rulesFire, ruleInputsExist]);
});

describe('a rule that never fires, or tells nonsense, is found:', () => {
  const approved = { id: /OnApproved/ };
  const marker = { id: /OnMarker/ };
  const prepared = { id: /OnDataPrepared/ };
  const drift = { id: /OnDrift/ };
  const detail = (path: string, value?: unknown) => set(`${PATTERN}.detail.${path}`, value);
  const type = (name: string) => set(`${PATTERN}.detail-type`, [name]);
  const paths = `${TARGET}.InputTransformer.InputPathsMap`;
  const template = `${TARGET}.InputTransformer.InputTemplate`;
  const onOwnBus: Change = (rule, stack) => {
    stack.Resources.Beside = { Type: 'AWS::Events::EventBus' };
    rule.Properties.EventBusName = { Ref: 'Beside' };
  };
  const alarmArn: Change = ({ Properties: { EventPattern } }) => {
    EventPattern.detail.alarmName = [arn(EventPattern.detail.alarmName[0].Ref)];
  };

  finds(eventPatternsMatch, [
    [
      'a misspelt type',
      RULE,
      type('SageMaker Model Package Status Change'),
      /sends no "SageMaker Model Pack/,
      approved,
    ],
    ['a misspelt source', RULE, set(`${PATTERN}.source`, ['aws.stepfunctions']), /no source of AWS/, prepared],
    ['a source that sends something else', RULE, set(`${PATTERN}.source`, ['aws.ecs']), /aws\.states does/, prepared],
    ['another source', RULE, set(`${PATTERN}.source`, ['aws.s3']), /aws\.s3 sends no/, approved],
    [
      'a field that does not exist',
      RULE,
      detail('ApprovalStatus', ['Approved']),
      /ApprovalStatus is no field/,
      approved,
    ],
    ['a field in another case', RULE, detail('modelApprovalStatus', ['Approved']), /is no field/, approved],
    ['a field one level too high', RULE, detail('value', ['ALARM']), /detail\.value is no field/, drift],
    ['a value in another case', RULE, detail('ModelApprovalStatus', ['APPROVED']), /never "APPROVED"/, approved],
    ['a value of another service', RULE, detail('status', ['Succeeded']), /never "Succeeded"/, prepared],
    ['a wrong value beside a right one', RULE, detail('status', ['SUCCEEDED', 'DONE']), /never "DONE"/, prepared],
    ['a beginning that none has', RULE, detail('status', [{ prefix: 'Suc' }]), /never has prefix Suc/, prepared],
    ['a name where an ARN comes', RULE, detail('stateMachineArn', ['prepare-data']), /expected an ARN/, prepared],
    ['an ARN where a name comes', RULE, alarmArn, /expected Ref/, drift],
    ['a group that is none', RULE, detail('ModelPackageGroupName', ['other']), /is the name of no/, approved],
    ['a pattern for everything', RULE, set(PATTERN, { detail: {} }), /takes in everything/, approved],
    ['detailType for detail-type', RULE, set(`${PATTERN}.detailType`, ['x']), /detailType is no part/, approved],
    ['a filter that there is not', RULE, detail('object.key', [{ glob: '*' }]), /filter glob/, marker],
    ['a filter for numbers on a text', RULE, detail('object.key', [{ numeric: ['>', 1] }]), /never matches/, marker],
    ['a text where a number comes', RULE, detail('object.size', ['5']), /the event has a number/, marker],
    ['an empty list', RULE, detail('status', []), /empty list/, prepared],
    ['a value that is no list', RULE, detail('status', 'SUCCEEDED'), /is no list/, prepared],
  ]);
  finds(rulesFire, [
    [
      'a bucket that tells nobody',
      BUCKET,
      set(`${P}.NotificationConfiguration`),
      /does not send/,
      { id: /StorageRaw/ },
    ],
    ['a rule that is switched off', RULE, set(`${P}.State`, 'DISABLED'), /never fires/],
    ['a rule without targets', RULE, set(`${P}.Targets`, []), /has no Targets/],
    ['events of AWS on a bus of our own', RULE, onOwnBus, /expected the default bus/, approved],
    ['a schedule on a bus of our own', RULE, onOwnBus, /only the default bus/, { id: /EachMorning/ }],
    ['a bus that does not exist', RULE, set(`${P}.EventBusName`, 'ours'), /is no bus/, approved],
    ['a source that nobody sends', RULE, set(`${PATTERN}.source`, ['ours']), /nobody may send/, approved],
  ]);
  finds(ruleInputsExist, [
    ['a path that is not there', RULE, set(`${paths}.time`, '$.detail.modelPackageArn'), /Arn is no field/, approved],
    ['a placeholder that nobody fills', RULE, set(template, '{"a":<b>}'), /<b>, which InputPathsMap/, approved],
    ['a path that nobody uses', RULE, set(`${paths}.more`, '$.detail'), /InputPathsMap has more/, approved],
    ['an input twice', RULE, set(`${TARGET}.Input`, '{}'), /more than one/, approved],
  ]);
});

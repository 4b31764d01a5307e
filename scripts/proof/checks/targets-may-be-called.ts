import { roleMay } from '../admits';
import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { list, record } from '../json';
import { referred, same } from '../referred';
import { resourcesOf } from '../resources-of';
import { textOf } from '../text-of';

/** Targets that EventBridge reaches with a role, and what the role has to allow (EventBridge, "Using resource-based policies"). */
const BY_ROLE: Readonly<Record<string, string>> = {
  'AWS::StepFunctions::StateMachine': 'states:StartExecution',
  'AWS::SageMaker::Pipeline': 'sagemaker:StartPipelineExecution',
  'AWS::KinesisFirehose::DeliveryStream': 'firehose:PutRecord',
};

/** R-01, before all: an event that its target may not be told is parked at once. */
export const targetsMayBeCalled: Check = {
  id: 'targets-may-be-called',
  rule: 'Every rule may call its targets: a function admits the rule, anything else is called with a role that may (EventBridge, permissions of targets)',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::Events::Rule').flatMap((rule) =>
      list(rule.Properties.Targets).flatMap((target) => faults(rule, record(target), assembly)),
    ),
};

function faults(rule: Placed, { Arn, RoleArn }: Readonly<Record<string, unknown>>, assembly: Assembly): Finding[] {
  const called = referred(Arn, rule.stack, assembly)?.resource;
  if (called?.Type === 'AWS::Lambda::Function')
    return admitted(rule, called, assembly)
      ? []
      : [about(rule, `no Lambda::Permission lets events.amazonaws.com call ${called.logicalId} for this rule`)];
  const action = BY_ROLE[called?.Type ?? ''];
  if (!called || !action) return [];
  const role = referred(RoleArn, rule.stack, assembly)?.resource;
  if (!role) return [about(rule, `calls ${called.logicalId} without a role`)];
  return roleMay(role, action, called, assembly)
    ? []
    : [about(rule, `its role ${role.logicalId} does not allow ${action} on ${called.logicalId}`)];
}

function admitted(rule: Placed, called: Placed, assembly: Assembly): boolean {
  return resourcesOf(assembly, 'AWS::Lambda::Permission').some(({ Properties, stack }) => {
    const { FunctionName, Principal, SourceArn, Action } = Properties;
    const source = referred(SourceArn, stack, assembly)?.resource;
    const text = textOf(SourceArn, { stack }, assembly);
    return (
      same(referred(FunctionName, stack, assembly)?.resource, called) &&
      Principal === 'events.amazonaws.com' &&
      (Action === 'lambda:InvokeFunction' || Action === 'lambda:*') &&
      (SourceArn === undefined || same(source, rule) || /^arn:aws:events:[^:]*:[^:]*:rule\/\*$/.test(text))
    );
  });
}

import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { list, valuesAt } from '../json';
import { madeBefore } from '../made-before';
import { neighbours, referred, same } from '../referred';
import { resourcesOf } from '../resources-of';
import { textOf } from '../text-of';

/** Types whose service tries the role, or runs with it, while CloudFormation creates or deletes the resource. */
const TRIES_ROLE =
  /^AWS::(SageMaker::(Pipeline|FeatureGroup|Model|MonitoringSchedule|\w+JobDefinition|MlflowTrackingServer|Domain)|StepFunctions::StateMachine|KinesisFirehose::DeliveryStream|Glue::(Job|Crawler)|Lambda::EventSourceMapping|Pipes::Pipe|Logs::SubscriptionFilter|CodePipeline::Pipeline|CodeBuild::Project|EC2::FlowLog)$|^Custom::|^AWS::CloudFormation::CustomResource$/;
/** Properties that hold a role, or a function that brings one. */
const HOLDS_ROLE = /^(\w*Role(Arn|ARN|_ARN)?|ServiceToken|FunctionName|ServiceRole)$/;

/** Names that stand as text, which CloudFormation cannot see, though the named has to be there first. */
const NAMES: readonly { readonly type: string; readonly path: string; readonly named: string; readonly by: string }[] =
  [
    {
      type: 'AWS::ApplicationAutoScaling::ScalableTarget',
      path: 'ResourceId',
      named: 'AWS::SageMaker::Endpoint',
      by: 'EndpointName',
    },
    {
      type: 'AWS::ApplicationAutoScaling::ScalableTarget',
      path: 'ResourceId',
      named: 'AWS::SageMaker::InferenceComponent',
      by: 'InferenceComponentName',
    },
    {
      type: 'AWS::SageMaker::Endpoint',
      path: 'DeploymentConfig.AutoRollbackConfiguration.Alarms.AlarmName',
      named: 'AWS::CloudWatch::Alarm',
      by: 'AlarmName',
    },
    {
      type: 'AWS::SageMaker::MonitoringSchedule',
      path: 'MonitoringScheduleConfig.MonitoringJobDefinitionName',
      named: 'AWS::SageMaker::DataQualityJobDefinition',
      by: 'JobDefinitionName',
    },
    { type: 'AWS::Glue::Table', path: 'DatabaseName', named: 'AWS::Glue::Database', by: 'DatabaseInput.Name' },
    { type: 'AWS::Glue::Crawler', path: 'DatabaseName', named: 'AWS::Glue::Database', by: 'DatabaseInput.Name' },
    { type: 'AWS::Glue::Trigger', path: 'Actions.JobName', named: 'AWS::Glue::Job', by: 'Name' },
  ];

/** CloudFormation orders by references only: a policy is none of what needs it, and a name in a text is none either. */
export const creationOrder: Check = {
  id: 'creation-order',
  rule: 'What a service needs while a resource is created is there before: the policies of its role, what it names in text (DependsOn attribute)',
  find: (assembly) =>
    resourcesOf(assembly).flatMap((resource) => [
      ...(TRIES_ROLE.test(resource.Type) ? policyFaults(resource, assembly) : []),
      ...NAMES.filter(({ type }) => type === resource.Type).flatMap((each) => nameFaults(resource, each, assembly)),
      ...apiFaults(resource, assembly),
    ]),
};

function policyFaults(resource: Placed, assembly: Assembly): Finding[] {
  const roles = rolesOf(resource.Properties, resource, assembly);
  return missing(
    resource,
    neighbours(resource, assembly).filter(
      ({ Type, Properties, stack }) =>
        /^AWS::IAM::(Policy|ManagedPolicy|RolePolicy)$/.test(Type) &&
        [...list(Properties.Roles), ...list(Properties.RoleName)].some((each) =>
          roles.some((role) => same(referred(each, stack, assembly)?.resource, role)),
        ),
    ),
    'what its role may do',
    assembly,
  );
}

function rolesOf(value: unknown, from: Placed, assembly: Assembly): Placed[] {
  if (Array.isArray(value)) return value.flatMap((each) => rolesOf(each, from, assembly));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (!HOLDS_ROLE.test(key)) return rolesOf(inner, from, assembly);
    const found = referred(inner, from.stack, assembly)?.resource;
    if (found?.Type === 'AWS::IAM::Role') return [found];
    return found?.Type === 'AWS::Lambda::Function' ? rolesOf({ Role: found.Properties.Role }, found, assembly) : [];
  });
}

function nameFaults(resource: Placed, { path, named, by }: (typeof NAMES)[number], assembly: Assembly): Finding[] {
  const texts = valuesAt(resource.Properties, path).flatMap((value) => textOf(value, resource, assembly).split('/'));
  const meant = neighbours(resource, assembly).filter(
    (each) =>
      each.Type === named && valuesAt(each.Properties, by).some((name) => texts.includes(textOf(name, each, assembly))),
  );
  return missing(resource, meant, `what ${path} names`, assembly);
}

/** A deployment takes the methods that are there; a stage that logs needs the account's role for logs. */
function apiFaults(resource: Placed, assembly: Assembly): Finding[] {
  const { Type, Properties, stack } = resource;
  if (Type === 'AWS::ApiGateway::Deployment') {
    const api = referred(Properties.RestApiId, stack, assembly)?.resource;
    const methods = neighbours(resource, assembly).filter(
      (each) =>
        each.Type === 'AWS::ApiGateway::Method' &&
        same(referred(each.Properties.RestApiId, stack, assembly)?.resource, api),
    );
    return missing(resource, methods, 'a method of its API', assembly);
  }
  const logs = valuesAt(Properties, 'MethodSettings.LoggingLevel').some((level) => level !== 'OFF');
  if (Type !== 'AWS::ApiGateway::Stage' || !logs) return [];
  return missing(
    resource,
    neighbours(resource, assembly).filter((each) => each.Type === 'AWS::ApiGateway::Account'),
    'the role for its logs',
    assembly,
  );
}

function missing(resource: Placed, needed: readonly Placed[], what: string, assembly: Assembly): Finding[] {
  const before = madeBefore(resource, assembly);
  return needed
    .filter((each) => !before.has(each.logicalId) && !madeBefore(each, assembly).has(resource.logicalId))
    .map(({ logicalId }) => about(resource, `may be made before ${logicalId}, ${what}: expected it in DependsOn`));
}

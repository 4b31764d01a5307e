import type { Assembly } from '../assembly';
import type { Check } from '../check';
import { inText } from '../in-text';
import { entriesAt, listAt, valueAt } from '../json-at';
import { findInSteps, type Pipeline, type PipelineStep, resourceMeant } from '../pipeline-definition';
import { kindOf } from '../pipeline-expression';
import { resourcesOf } from '../resources-of';

const GROUP = 'AWS::SageMaker::ModelPackageGroup';
const LISTS = ['SupportedContentTypes', 'SupportedResponseMIMETypes', 'SupportedRealtimeInferenceInstanceTypes'];

export const pipelineRegistration: Check = {
  id: 'pipeline-registration',
  rule: 'A version is registered in a group of the assembly, waits there for a person, and says how it is served and how good it is.',
  find: (assembly) =>
    findInSteps(assembly, (step, pipeline) =>
      step.type === 'RegisterModel' ? [...groupProblems(step, assembly), ...versionProblems(step, pipeline)] : [],
    ),
};

function groupProblems(
  { args: { ModelPackageGroupName: group } }: PipelineStep,
  assembly: Assembly,
): readonly string[] {
  if (group === undefined) return ['registers without ModelPackageGroupName'];
  const names = resourcesOf(assembly, GROUP).map(({ Properties, stack }) =>
    inText(Properties.ModelPackageGroupName, stack, assembly),
  );
  const isOne = names.includes(String(group)) || resourceMeant(group, assembly)?.resource.Type === GROUP;
  return isOne
    ? []
    : [`registers in the group ${JSON.stringify(group)}, and these templates have ${names.join(', ') || 'none'}`];
}

function versionProblems({ args }: PipelineStep, pipeline: Pipeline): readonly string[] {
  const { ModelApprovalStatus: status, InferenceSpecification: served } = args;
  const containers = listAt(served, 'Containers');
  const quality = valueAt(args, 'ModelMetrics', 'ModelQuality', 'Statistics', 'S3Uri');
  const metadata = entriesAt(args, 'CustomerMetadataProperties');
  return [
    ...(status === 'PendingManualApproval'
      ? []
      : [
          `registers with ModelApprovalStatus ${JSON.stringify(status)}, and only a person approves: PendingManualApproval`,
        ]),
    ...(containers.length === 0 ? ['registers without a container'] : []),
    ...containers
      .filter((each) => valueAt(each, 'ModelDataUrl') === undefined && valueAt(each, 'ModelDataSource') === undefined)
      .map(() => 'registers a container without ModelDataUrl'),
    ...LISTS.filter((name) => listAt(served, name).length === 0).map((name) => `registers without ${name}`),
    ...(quality === undefined ? ['registers without ModelMetrics.ModelQuality'] : []),
    ...(args.SkipModelValidation === 'All' ? ['registers with SkipModelValidation'] : []),
    ...metadata
      .filter(([, value]) => !['string', undefined].includes(kindOf(value, pipeline)))
      .map(([name]) => `registers the metadata ${name}, which is no text`),
  ];
}

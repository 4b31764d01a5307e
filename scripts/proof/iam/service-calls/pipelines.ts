import { GROUP_ACTIONS, STEP_ACTIONS, TAG_ACTIONS } from '../../facts/service-role-actions';
import { isRecord, listAt, textAt, valueAt } from '../../json-at';
import { type Pipeline, type PipelineStep, pipelinesOf } from '../../pipeline-definition';
import { isExpression, textOf } from '../../pipeline-expression';
import { imagesOf, jobsOf, localInputsOf, machinesOf, outputsOf } from '../../pipeline-jobs';
import { requiredChecks } from '../operation-actions';
import { onVolume, runs } from './containers';
import { reads, writes } from './storage';
import { type Asked, ask, asked, type World } from './world';

/** What SageMaker does with the roles of a pipeline and of the jobs that it starts, step by step. */
export function ofPipelines(world: World): Asked[] {
  return pipelinesOf(world.assembly).flatMap((pipeline) => {
    const { Properties, stack } = pipeline.resource;
    const role = world.roleOf(Properties.RoleArn, stack);
    return pipeline.steps.flatMap((step) => [
      ...ofStep(step, role, pipeline, world),
      ...ofPropertyFiles(step, role, pipeline, world),
      ...ofJob(step, pipeline, world),
    ]);
  });
}

function ofStep(step: PipelineStep, role: string, pipeline: Pipeline, world: World): Asked[] {
  const { stack } = pipeline.resource;
  if (step.type === 'Lambda')
    return ask(role, ['lambda:InvokeFunction'], world.text(textAt(step.own, 'FunctionArn'), stack));
  const known = STEP_ACTIONS[step.type];
  if (!known) return [];
  const { operation, kind, besides } = known;
  const input = { ...record(filledIn(step.args, pipeline, world)), ...named(operation, step) };
  const checks = requiredChecks({ service: 'SageMaker', operation, input }, world.at(stack));
  const own = checks.find(({ action }) => action === `sagemaker:${operation}`)?.resource;
  // A version has a number only once it is there.
  const made = kind === 'model-package' ? own?.replace(/\*$/, '1') : own;
  const tagged = checks.some(({ action }) => action === 'sagemaker:AddTags');
  return [
    ...asked(role, checks),
    ...ask(role, besides, made),
    ...(tagged ? ask(role, TAG_ACTIONS, made) : []),
    ...(kind === 'model-package' ? ask(role, GROUP_ACTIONS, groupOf(own)) : []),
  ];
}

function groupOf(versions = ''): string {
  return versions.replace(':model-package/', ':model-package-group/').replace(/\/\*$/, '');
}

/** The service names a job after execution and step; a version has no name. */
function named(operation: string, { name }: PipelineStep): Record<string, string> {
  const property = operation.replace(/^Create/, '').concat('Name');
  return operation === 'CreateModelPackage' ? {} : { [property]: `pipelines-execution-${name}-suffix` };
}

/** What a condition takes out of a file of a step, the pipeline reads itself. */
function ofPropertyFiles(step: PipelineStep, role: string, pipeline: Pipeline, world: World): Asked[] {
  return listAt(step.own, 'PropertyFiles').flatMap((file) => {
    const output = listAt(step.args, 'ProcessingOutputConfig', 'Outputs').find(
      (each) => textAt(each, 'OutputName') === textAt(file, 'OutputName'),
    );
    const uri = uriOf(valueAt(output, 'S3Output', 'S3Uri'), pipeline, world);
    return reads(role, `${uri}/${textAt(file, 'FilePath')}`, pipeline.resource.stack, world).filter(
      ({ action }) => action !== 's3:ListBucket',
    );
  });
}

const KINDS: Readonly<Record<string, string>> = {
  Training: 'TrainingJobs',
  Tuning: 'TrainingJobs',
  Processing: 'ProcessingJobs',
  Transform: 'TransformJobs',
};

function ofJob(step: PipelineStep, pipeline: Pipeline, world: World): Asked[] {
  const kind = KINDS[step.type];
  const { stack } = pipeline.resource;
  if (kind === undefined) return [];
  return jobsOf(step).flatMap((job) => {
    // A transform acts with the role of its model.
    const role = world.roleOf(valueAt(job, 'RoleArn') ?? modelRole(step, pipeline), stack);
    const transformed = valueAt(job, 'TransformInput', 'DataSource', 'S3DataSource', 'S3Uri');
    const inputs = [...localInputsOf(step).map(({ uri }) => uri), transformed].filter((uri) => uri !== undefined);
    return [
      ...imagesOf(step).flatMap((image) => runs(role, String(image), kind, stack)),
      ...(step.type === 'Transform' ? runs(role, '', kind, stack) : []),
      ...inputs.flatMap((uri) => reads(role, uriOf(uri, pipeline, world), stack, world)),
      ...outputsOf(step).flatMap(({ uri, key }) =>
        writes(role, uriOf(uri, pipeline, world), stack, world, world.text(key, stack)),
      ),
      ...machinesOf(step).flatMap((machine) => onVolume(role, world.text(valueAt(machine, 'VolumeKmsKeyId'), stack))),
    ];
  });
}

function modelRole({ args }: PipelineStep, { steps }: Pipeline): unknown {
  const [, name] = /^Steps\.([^.]+)\.ModelName$/.exec(textAt(args, 'ModelName', 'Get')) ?? [];
  return valueAt(steps.find((each) => each.name === name)?.args, 'ExecutionRoleArn');
}

function uriOf(value: unknown, pipeline: Pipeline, world: World): string {
  const text = textOf(value, pipeline) ?? '';
  const [, step, name] =
    /^\{Steps\.([^.]+)\.(?:ProcessingOutputConfig\.Outputs\['(.+)'\].*|TransformOutput\.S3OutputPath)\}$/.exec(text) ??
    [];
  const taken = pipeline.steps.find((each) => each.name === step);
  if (!taken) return world.text(text, pipeline.resource.stack);
  const output = outputsOf(taken).find(({ what }) => name === undefined || what === `output ${name}`);
  return output ? uriOf(output.uri, pipeline, world) : '';
}

/** Arguments with what a run fills in as texts, and ARNs as IAM sees them. */
function filledIn(value: unknown, pipeline: Pipeline, world: World): unknown {
  if (isExpression(value) || typeof value === 'string')
    return world.text(textOf(value, pipeline), pipeline.resource.stack);
  if (Array.isArray(value)) return value.map((each) => filledIn(each, pipeline, world));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filledIn(each, pipeline, world)]));
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** The images that a pipeline registers with its versions: what a model of such a version runs. */
export function registeredImages(world: World): string[] {
  const registered = pipelinesOf(world.assembly).flatMap(({ steps }) =>
    steps.filter(({ type }) => type === 'RegisterModel').flatMap(imagesOf),
  );
  return [...new Set(registered.map(String))];
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assembly } from '../assembly';
import type { Check } from '../check';
import { inText } from '../in-text';
import { everyValue, listAt } from '../json-at';
import { findInPipelines, type Pipeline, resourceMeant } from '../pipeline-definition';
import { isExpression, textOf } from '../pipeline-expression';
import { resourcesOf } from '../resources-of';

const PLACES = ['S3Uri', 'S3OutputPath', 'ModelDataUrl', 'SamplePayloadUrl', 'DestinationS3Uri'];
/** The bucket that `cdk bootstrap` makes for assets, under any qualifier. */
const ASSETS = /^cdk-[a-z0-9]{1,10}-assets-111111111111-([a-z0-9-]+)$/;

export const pipelinePlaces: Check = {
  id: 'pipeline-places',
  rule: 'Every place in S3 that a pipeline names lies in a bucket of the assembly, and every asset in it is one that is published.',
  find: (assembly) =>
    findInPipelines(assembly, (pipeline) => placesOf(pipeline).flatMap((place) => problems(place, pipeline))),
};

/** All texts that are, or should be, places in S3; what begins with a value of a run belongs to the step that gives it. */
function placesOf(pipeline: Pipeline): readonly string[] {
  const values = [listAt(pipeline.document, 'Parameters'), ...pipeline.steps.map(({ own }) => own)].flatMap((value) =>
    everyValue(value),
  );
  const texts = values.flatMap(([key, value]) => {
    const text = typeof value === 'string' || isExpression(value) ? textOf(value, pipeline) : undefined;
    return text !== undefined && (PLACES.includes(key) || text.startsWith('s3://')) ? [text] : [];
  });
  const given = /^\{Steps\.[^}]*(S3Uri|S3OutputPath|S3ModelArtifacts)\}/;
  return [...new Set(texts)].filter((text) => !given.test(text));
}

function problems(place: string, { assembly, resource: { stack } }: Pipeline): readonly string[] {
  const [, bucket = '', key = ''] = /^s3:\/\/(\$\{[^}]+\}|[^/]*)\/?(.*)$/.exec(place) ?? [];
  if (bucket === '') return [`${place} stands where a place in S3 belongs`];
  const region = ASSETS.exec(bucket)?.[1];
  const isOurs = region !== undefined ? region === stack.region : isBucket(bucket, assembly);
  return [
    ...(isOurs ? [] : [`${place} lies in no bucket of these templates`]),
    ...(region !== undefined && !isPublished(key, assembly)
      ? [`${place} is no asset that this assembly publishes`]
      : []),
    ...(/\/\//.test(key) ? [`${place} has an empty folder in it`] : []),
  ];
}

function isBucket(text: string, assembly: Assembly): boolean {
  const meant = resourceMeant(text, assembly);
  if (meant) return meant.resource.Type === 'AWS::S3::Bucket' && meant.attribute === 'Ref';
  const named = resourcesOf(assembly, 'AWS::S3::Bucket').filter(
    ({ Properties }) => Properties.BucketName !== undefined,
  );
  return named.some(({ Properties, stack }) => inText(Properties.BucketName, stack, assembly) === text);
}

/** An assembly without lists of assets may publish anything. */
function isPublished(key: string, { folder, stacks }: Assembly): boolean {
  const lists = stacks.map(({ id }) => join(folder, `${id}.assets.json`)).filter((file) => existsSync(file));
  const published = lists.flatMap((file) => everyValue(JSON.parse(readFileSync(file, 'utf8'))));
  return lists.length === 0 || published.some(([name, value]) => name === 'objectKey' && value === key);
}

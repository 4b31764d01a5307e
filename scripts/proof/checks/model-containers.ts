import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { isTrue, type Json, list, record, records } from '../json';
import { referencesIn, target } from '../references';
import { isOpen, textOf } from '../text-of';

const ARCHIVE = /^s3:\/\/[^/]+\/.*\.tar\.gz$/;

/** CreateModel; the environment of script mode as the container reads it: developer guide, "Bring your own script". */
export const modelContainers: Check = {
  id: 'model-containers',
  rule: 'A model names a role and what to serve: an approved version, or an image with an archive in S3',
  find: findInEach(['AWS::SageMaker::Model'], (model, assembly) => {
    const { PrimaryContainer, Containers, ExecutionRoleArn, InferenceExecutionConfig } = model.Properties;
    const containers = [...(PrimaryContainer === undefined ? [] : [record(PrimaryContainer)]), ...records(Containers)];
    return [
      ExecutionRoleArn === undefined && 'the model has no ExecutionRoleArn',
      PrimaryContainer !== undefined &&
        Containers !== undefined &&
        'the model has both PrimaryContainer and Containers',
      containers.length === 0 && 'the model has no container',
      list(Containers).length > 15 && `the model has ${list(Containers).length} containers, expected at most 15`,
      InferenceExecutionConfig !== undefined &&
        list(Containers).length < 2 &&
        'InferenceExecutionConfig is for a model of several Containers',
      ...containers.flatMap((container) => [
        ...sourceFaults(container, model, assembly),
        ...environmentFaults(container, model, assembly),
      ]),
    ];
  }),
};

function sourceFaults(container: Json, model: Placed, assembly: Assembly): readonly (string | false)[] {
  const { Image, ModelPackageName, ModelDataUrl, ModelDataSource, Mode } = container;
  const data = textOf(ModelDataUrl, model, assembly);
  const version = textOf(ModelPackageName, model, assembly);
  const versionRegion = /^arn:[^:]+:sagemaker:([a-z0-9-]+):/.exec(version)?.[1];
  const source = record(record(ModelDataSource).S3DataSource);
  const uri = textOf(source.S3Uri, model, assembly);
  const isGroup =
    version.includes(':model-package-group/') ||
    referencesIn(ModelPackageName, model.stack, assembly).some(
      (each) => target(each)?.Type === 'AWS::SageMaker::ModelPackageGroup',
    );
  return [
    Image === undefined && ModelPackageName === undefined && 'a container has neither Image nor ModelPackageName',
    Image !== undefined && ModelPackageName !== undefined && 'a container has both Image and ModelPackageName',
    versionRegion !== undefined &&
      versionRegion !== model.stack.region &&
      `ModelPackageName is of ${versionRegion}, the model of ${model.stack.region}`,
    isGroup && 'ModelPackageName names a group, expected the ARN of one version',
    ModelDataUrl !== undefined &&
      ModelDataSource !== undefined &&
      'a container has both ModelDataUrl and ModelDataSource',
    ModelDataUrl !== undefined &&
      Mode !== 'MultiModel' &&
      !(isOpen(data) ? /^(s3:\/\/.*)?(\.tar\.gz|\})$/.test(data) : ARCHIVE.test(data)) &&
      `ModelDataUrl is "${data}", expected s3://bucket/….tar.gz`,
    Mode === 'MultiModel' &&
      !isOpen(data) &&
      !data.endsWith('/') &&
      `ModelDataUrl of many models is "${data}", expected a prefix that ends in /`,
    source.CompressionType === 'Gzip' &&
      !isOpen(uri) &&
      !uri.endsWith('.tar.gz') &&
      `"${uri}" is called Gzip and is no .tar.gz`,
    source.S3DataType === 'S3Prefix' && !isOpen(uri) && !uri.endsWith('/') && `the prefix "${uri}" does not end in /`,
  ];
}

function environmentFaults(container: Json, model: Placed, assembly: Assembly): readonly (string | false)[] {
  const entries = Object.entries(record(container.Environment));
  const environment = new Map(entries.map(([key, value]) => [key, textOf(value, model, assembly)]));
  const code = environment.get('SAGEMAKER_SUBMIT_DIRECTORY');
  return [
    entries.length > 100 && `the environment has ${entries.length} entries, expected at most 100`,
    ...entries.map(([key]) => !/^[a-zA-Z_]\w*$/.test(key) && `"${key}" is no name of an environment variable`),
    ...entries.map(
      ([key, value]) => String(value ?? '').length > 1024 && `the value of ${key} is longer than 1024 characters`,
    ),
    environment.has('SAGEMAKER_PROGRAM') !== environment.has('SAGEMAKER_SUBMIT_DIRECTORY') &&
      'SAGEMAKER_PROGRAM and SAGEMAKER_SUBMIT_DIRECTORY come together',
    Boolean(code?.startsWith('s3://')) &&
      isTrue(model.Properties.EnableNetworkIsolation) &&
      `SAGEMAKER_SUBMIT_DIRECTORY is "${code}", which an isolated container cannot fetch`,
    // The container takes any value for true, "false" too.
    Boolean(environment.get('SAGEMAKER_MULTI_MODEL')) &&
      'SAGEMAKER_MULTI_MODEL is set, which starts the server for many models',
  ];
}

import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { DEFINITIONS } from '../facts/monitor-schedules';
import { findInEach } from '../find-in-each';
import { isOutside, isTrue, type Json, numeric, record, records, valuesAt } from '../json';
import { namedResource } from '../named-resource';
import { resourcesOf } from '../resources-of';
import { isOpen, textOf } from '../text-of';

const ANALYZER = '/sagemaker-model-monitor-analyzer';
const CLARIFY = '/sagemaker-clarify-processing';

/** Create…JobDefinition of SageMaker; developer guide, model-monitor-mc-constraints and clarify-model-monitor. */
export const monitoringJobs: Check = {
  id: 'monitoring-jobs',
  rule: 'A monitoring job reads an endpoint that captures, runs the image of its kind and reports to S3',
  find: findInEach(Object.values(DEFINITIONS), (definition, assembly) => {
    const kind = Object.keys(DEFINITIONS).find((each) => DEFINITIONS[each] === definition.Type) ?? '';
    const application = record(definition.Properties[`${kind}AppSpecification`]);
    const { EndpointInput, BatchTransformInput, GroundTruthS3Input } = record(definition.Properties[`${kind}JobInput`]);
    const [image, truth] = [application.ImageUri, record(GroundTruthS3Input).S3Uri].map((each) =>
      textOf(each, definition, assembly),
    );
    const expected = kind.endsWith('Quality') ? ANALYZER : CLARIFY;
    const isolated = valuesAt(definition.Properties, 'NetworkConfig.EnableNetworkIsolation').some(isTrue);
    const publishes = record(application.Environment).publish_cloudwatch_metrics;
    return [
      image !== undefined &&
        !isOpen(image) &&
        !image.includes(expected) &&
        `it runs "${image}", expected an image …${expected}`,
      (EndpointInput === undefined) === (BatchTransformInput === undefined) &&
        'it reads one endpoint or the output of one batch transform',
      /^Model(Quality|Bias)$/.test(kind) &&
        !truth?.startsWith('s3://') &&
        `the ground truth is at "${truth}", expected s3://bucket/prefix`,
      expected === CLARIFY && isolated && 'Clarify starts an endpoint of its own, which an isolated job cannot reach',
      expected === CLARIFY &&
        !textOf(application.ConfigUri, definition, assembly).startsWith('s3://') &&
        'ConfigUri has to be in S3',
      publishes !== undefined &&
        !['Enabled', 'Disabled'].includes(String(publishes)) &&
        `publish_cloudwatch_metrics is "${publishes}", expected Enabled or Disabled`,
      ...pathFaults(definition, kind, record(EndpointInput ?? BatchTransformInput), assembly),
      ...inputFaults(record(EndpointInput ?? BatchTransformInput), kind, application, definition, assembly),
      ...(EndpointInput === undefined ? [] : endpointFaults(record(EndpointInput).EndpointName, definition, assembly)),
    ];
  }),
};

function pathFaults(definition: Placed, kind: string, input: Json, assembly: Assembly): readonly (string | false)[] {
  const outputs = records(record(definition.Properties[`${kind}JobOutputConfig`]).MonitoringOutputs).map(
    ({ S3Output }) => record(S3Output),
  );
  const paths = [input, ...outputs].map(({ LocalPath }) => textOf(LocalPath, definition, assembly));
  return [
    outputs.length !== 1 && `it has ${outputs.length} outputs, expected 1`,
    ...paths.map(
      (path) =>
        !isOpen(path) &&
        !path.startsWith('/opt/ml/processing/') &&
        `the local path "${path}" is outside of /opt/ml/processing`,
    ),
    new Set(paths).size < paths.length && `input and output share the local path ${paths[0]}`,
    ...outputs.map(
      ({ S3Uri }) =>
        !textOf(S3Uri, definition, assembly).startsWith('s3://') && 'the report does not go to s3://bucket/prefix',
    ),
    ...['JobResources.ClusterConfig.InstanceCount'].map(
      (path) => isOutside(valuesAt(definition.Properties, path)[0], 1, 100) && 'it runs on no instance',
    ),
  ];
}

function inputFaults(
  input: Json,
  kind: string,
  application: Json,
  definition: Placed,
  assembly: Assembly,
): readonly (string | false)[] {
  const { ProbabilityThresholdAttribute, ProbabilityAttribute, InferenceAttribute, StartTimeOffset, EndTimeOffset } =
    input;
  const threshold = textOf(ProbabilityThresholdAttribute, definition, assembly);
  const [start, end] = [StartTimeOffset, EndTimeOffset].map((each) => textOf(each, definition, assembly));
  return [
    ProbabilityThresholdAttribute !== undefined &&
      !isOpen(threshold) &&
      numeric(threshold) === undefined &&
      `ProbabilityThresholdAttribute is "${threshold}", expected a number`,
    kind === 'ModelQuality' &&
      [ProbabilityAttribute, InferenceAttribute].every((each) => each === undefined) &&
      'it has neither ProbabilityAttribute nor InferenceAttribute',
    kind === 'ModelQuality' &&
      application.ProblemType === 'Regression' &&
      InferenceAttribute === undefined &&
      'a regression is judged by its InferenceAttribute',
    ...[start, end].map(
      (offset) =>
        offset !== undefined &&
        !isOpen(offset) &&
        hours(offset) === undefined &&
        `the offset "${offset}" is no duration such as -P8D or -PT7H`,
    ),
    (hours(start) ?? -Infinity) >= (hours(end) ?? 0) && `the window from ${start} to ${end || 'now'} is empty`,
  ];
}

function hours(offset = ''): number | undefined {
  const [whole, sign, days, hour] =
    /^(?=.{1,15}$)([-+]?)P(?=.)(?:(\d+)D)?(?:T(?:(\d+)H)?(?:\d+M)?)?$/.exec(offset) ?? [];
  if (whole === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(days ?? 0) * 24 + Number(hour ?? 0));
}

function endpointFaults(value: unknown, definition: Placed, assembly: Assembly): readonly (string | false)[] {
  const endpoint = namedResource(value, definition, assembly, 'AWS::SageMaker::Endpoint', 'EndpointName');
  const name = textOf(value, definition, assembly);
  if (!endpoint) return [!isOpen(name) && `it watches the endpoint "${name}", which no template makes`];
  const configs = resourcesOf(assembly, 'AWS::SageMaker::EndpointConfig');
  const used = namedResource(
    endpoint.Properties.EndpointConfigName,
    endpoint,
    assembly,
    'AWS::SageMaker::EndpointConfig',
    'EndpointConfigName',
  );
  const isCaptured = isTrue(record(used?.Properties.DataCaptureConfig).EnableCapture);
  return [
    used !== undefined && configs.includes(used) && !isCaptured && `it watches "${name}", which captures nothing`,
  ];
}

import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { isOutside, isTrue, list, record, records } from '../json';
import { namedResource } from '../named-resource';
import { isOpen, textOf } from '../text-of';

/** CreateEndpointConfig, CaptureContentTypeHeader: type and subtype alone, at most ten of them. */
const CONTENT_TYPE = /^[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/i;

/** Developer guide, model-monitor-data-capture. */
export const dataCapture: Check = {
  id: 'data-capture',
  rule: 'What an endpoint captures can be read by a monitor: both directions, readable, in a bucket, of a share of the requests',
  find: findInEach(['AWS::SageMaker::EndpointConfig'], (config, assembly) => {
    if (config.Properties.DataCaptureConfig === undefined) return [];
    const capture = record(config.Properties.DataCaptureConfig);
    const modes = records(capture.CaptureOptions).map(({ CaptureMode }) => textOf(CaptureMode, config, assembly));
    const destination = textOf(capture.DestinationS3Uri, config, assembly);
    const header = record(capture.CaptureContentTypeHeader);
    const csv = list(header.CsvContentTypes).map(String);
    const json = list(header.JsonContentTypes).map(String);
    const share = capture.InitialSamplingPercentage;
    return [
      isOutside(share, 0, 100) && `InitialSamplingPercentage is ${share}, expected 0 to 100`,
      share === undefined && 'DataCaptureConfig has no InitialSamplingPercentage',
      isTrue(capture.EnableCapture) && Number(share) === 0 && 'capture is on, of 0 percent of the requests',
      !destination.startsWith('s3://') &&
        !isOpen(destination) &&
        `DestinationS3Uri is "${destination}", expected s3://bucket/prefix`,
      modes.length === 0 && 'CaptureOptions is empty, so nothing is captured',
      modes.length > 32 && 'there are more than 32 CaptureOptions',
      new Set(modes).size < modes.length && `CaptureOptions holds ${modes.join(' and ')}: each mode once`,
      !modes.includes('InputAndOutput') &&
        modes.length > 0 &&
        !(modes.includes('Input') && modes.includes('Output')) &&
        `only ${modes.join()} is captured; a monitor pairs input and output`,
      csv.length + json.length === 0 &&
        'there is no CaptureContentTypeHeader, so payloads are captured in Base64, which Model Monitor refuses',
      (csv.length > 10 || json.length > 10) && 'there are more than ten content types of a kind',
      ...[...csv, ...json].map(
        (type) => !CONTENT_TYPE.test(type) && `"${type}" is no content type to capture: expected type/subtype alone`,
      ),
      ...json.map((type) => csv.includes(type) && `"${type}" is captured as CSV and as JSON`),
      ...csv.map((type) => /json/i.test(type) && `"${type}" is captured as CSV`),
      ...json.map((type) => /csv/i.test(type) && `"${type}" is captured as JSON`),
      config.Properties.AsyncInferenceConfig !== undefined && 'asynchronous endpoints capture nothing',
      ...records(config.Properties.ProductionVariants).map(({ ModelName }) => {
        const model = namedResource(ModelName, config, assembly, 'AWS::SageMaker::Model', 'ModelName');
        const several =
          list(model?.Properties.Containers).length > 1 ||
          record(model?.Properties.PrimaryContainer).Mode === 'MultiModel';
        return several && `${model?.logicalId} has several containers or models, whose requests cannot be captured`;
      }),
    ];
  }),
};

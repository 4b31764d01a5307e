import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { DEFINITIONS } from '../facts/monitor-schedules';
import { findInEach } from '../find-in-each';
import { record, records, valuesAt } from '../json';
import { namedResource } from '../named-resource';
import { PlaceAccess } from '../place-access';
import { referred } from '../referred';
import { resourcesOf } from '../resources-of';

const CONFIG = 'AWS::SageMaker::EndpointConfig';
const MODEL = 'AWS::SageMaker::Model';

/** Capture goes by the role of the model, a monitoring job by its own: both fail where no policy says so, long after the deployment. */
export const monitoringAccess: Check = {
  id: 'monitoring-access',
  rule: 'The role of a model may write what its endpoint captures, that of a monitor may read the captured data and the ground truth, and write its reports',
  find(assembly) {
    const access = new PlaceAccess(assembly);
    return [
      ...findInEach([CONFIG], (config) => captureFaults(config, assembly, access))(assembly),
      ...findInEach(Object.values(DEFINITIONS), (definition) => monitorFaults(definition, assembly, access))(assembly),
    ];
  },
};

function captureFaults(config: Placed, assembly: Assembly, access: PlaceAccess): readonly (string | undefined)[] {
  const { DataCaptureConfig, ProductionVariants } = config.Properties;
  const place = record(DataCaptureConfig).DestinationS3Uri;
  return records(ProductionVariants).map(({ ModelName }) => {
    const model = namedResource(ModelName, config, assembly, MODEL, 'ModelName');
    const role = model && referred(model.Properties.ExecutionRoleArn, model.stack, assembly)?.resource;
    const fault = access.fault(role, ['s3:PutObject'], place, config.stack);
    return fault && `what it captures cannot be written: ${fault}`;
  });
}

function monitorFaults(definition: Placed, assembly: Assembly, access: PlaceAccess): readonly (string | undefined)[] {
  const { Properties, stack } = definition;
  const role = referred(Properties.RoleArn, stack, assembly)?.resource;
  const all = (path: string) => Object.values(Properties).flatMap((value) => valuesAt(value, path));
  const endpoints = all('EndpointInput.EndpointName').flatMap(
    (name) => namedResource(name, definition, assembly, 'AWS::SageMaker::Endpoint', 'EndpointName') ?? [],
  );
  const captured = endpoints.flatMap((endpoint) => {
    const { EndpointConfigName } = endpoint.Properties;
    const config = namedResource(EndpointConfigName, endpoint, assembly, CONFIG, 'EndpointConfigName');
    const known = config && resourcesOf(assembly, CONFIG).includes(config);
    return known ? [{ place: record(config.Properties.DataCaptureConfig).DestinationS3Uri, from: config.stack }] : [];
  });
  const own = (path: string) => all(path).map((place) => ({ place, from: stack }));
  return [
    ...[...captured, ...own('GroundTruthS3Input.S3Uri')].map(({ place, from }) =>
      access.fault(role, ['s3:GetObject'], place, from),
    ),
    ...own('MonitoringOutputs.S3Output.S3Uri').map(({ place, from }) =>
      access.fault(role, ['s3:PutObject'], place, from),
    ),
  ].map((fault) => fault && `it runs as ${fault}`);
}
